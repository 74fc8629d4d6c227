import { membersOf } from "../../model/database";
import type { SpecPath } from "../../spec/spec-node";
import { related, type Rule, type RuleContext } from "../rule";

/** Identifiers, names and users: the form, the length, not reserved, and no two the same. */
export const namesRule: Rule = (context) => {
  const owners = new Map<string, string>();
  for (const [name, database] of context.resolved.databases) {
    checkIdentifiers(context, name, owners);
    checkDatabaseName(context, database.databaseName, ["databases", name, "databaseName"]);
    checkMasterUsername(context, name);
  }
};

function checkIdentifiers(context: RuleContext, name: string, owners: Map<string, string>): void {
  const { resolved, catalog, report, isWritten } = context;
  const database = resolved.databases.get(name);
  if (database === undefined) return;
  const written: SpecPath = ["databases", name, "identifier"];
  const place = isWritten(written) ? written : { path: ["databases", name], part: "key" as const };
  const { identifier } = database;
  if (!catalog.identifier.isValid(identifier)) {
    return report("databases/identifier-form", { identifier, form: catalog.identifier.form }, place);
  }
  const { maximum } = catalog.limits.identifierLength;
  const longest = identifiersOf(database).reduce((one, other) => (other.length > one.length ? other : one));
  if (longest.length > maximum) {
    report("databases/identifier-too-long", { identifier: longest, length: longest.length, maximum }, place);
  }
  for (const one of identifiersOf(database)) {
    const owner = owners.get(one);
    if (owner === undefined || owner === name) owners.set(one, name);
    else {
      const other = [related(`database "${owner}" stands here`, ["databases", owner])];
      return report("databases/identifier-clash", { identifier: one, other: owner }, place, other);
    }
  }
}

type Database = NonNullable<ReturnType<RuleContext["resolved"]["databases"]["get"]>>;

function identifiersOf(database: Database): string[] {
  const members = membersOf(database);
  return [
    database.identifier,
    ...members.flatMap((member) => [member.identifier, ...member.instanceIdentifiers]),
  ];
}

function checkDatabaseName({ catalog, report }: RuleContext, name: string | undefined, path: SpecPath): void {
  if (name === undefined) return;
  const { maximum } = catalog.limits.databaseNameLength;
  if (name.length > maximum) report("databases/database-name-too-long", { name, maximum }, path);
  else if (!catalog.databaseName.isValid(name)) {
    report("databases/database-name-form", { name, form: catalog.databaseName.form }, path);
  }
}

function checkMasterUsername({ spec, catalog, report }: RuleContext, name: string): void {
  const written = spec.databases?.[name];
  const username = written?.masterUsername;
  if (username === undefined) return;
  const path = ["databases", name, "masterUsername"];
  const { maximum } = catalog.limits.masterUsernameLength;
  const reserved = catalog.engines.get(written?.engine ?? "")?.reservedUsernames ?? [];
  if (username.length > maximum) report("databases/master-username-too-long", { username, maximum }, path);
  else if (!catalog.masterUsername.isValid(username)) {
    report("databases/master-username-form", { username, form: catalog.masterUsername.form }, path);
  } else if (reserved.includes(username.toLowerCase())) {
    report("databases/master-username-reserved", { username, engine: written?.engine ?? "", reserved }, path);
  }
}
