import { membersOf, type PlannedDatabase } from "../../model/database";
import type { EngineFacts } from "../../model/engine";
import type { SpecPath } from "../../spec/spec-node";
import { related, type Rule, type RuleContext } from "../rule";

/** Identifiers, names and users: the form, the length, not reserved, and no two the same. */
export const namesRule: Rule = (context) => {
  const owners = new Map<string, string>();
  // In the order of the text: of two that clash, the later one is told.
  for (const name of Object.keys(context.spec.databases ?? {})) {
    const database = context.resolved.databases.get(name);
    if (database === undefined) continue;
    checkIdentifiers(context, database, owners);
    const engine = context.catalog.engines.get(database.engine);
    if (engine === undefined) continue;
    checkDatabaseName(context, engine, database.databaseName, ["databases", name, "databaseName"]);
    checkMasterUsername(context, engine, name);
    checkAdopted(context, database);
  }
};

function checkIdentifiers(
  context: RuleContext,
  database: PlannedDatabase,
  owners: Map<string, string>,
): void {
  const { catalog, report, isWritten } = context;
  const { name, identifier } = database;
  const written: SpecPath = ["databases", name, "identifier"];
  const place = isWritten(written) ? written : { path: ["databases", name], part: "key" as const };
  if (!catalog.identifier.isValid(identifier)) {
    return report("databases/identifier-form", { identifier, form: catalog.identifier.form }, place);
  }
  const maximum = catalog.limits.identifierLength?.maximum ?? Infinity;
  const identifiers = identifiersOf(database);
  const longest = identifiers.reduce((one, other) => (other.length > one.length ? other : one), identifier);
  if (longest.length > maximum) {
    report("databases/identifier-too-long", { identifier: longest, length: longest.length, maximum }, place);
  }
  for (const one of identifiers) {
    const owner = owners.get(one);
    if (owner === undefined || owner === name) owners.set(one, name);
    else {
      const other = [related(`database "${owner}" stands here`, ["databases", owner])];
      return report("databases/identifier-clash", { identifier: one, other: owner }, place, other);
    }
  }
}

/** Every identifier that a database takes. */
function identifiersOf(database: PlannedDatabase): readonly string[] {
  const members = membersOf(database).flatMap((member) => [
    member.identifier,
    ...(member.kind === "cluster" ? member.instanceIdentifiers : []),
  ]);
  if (database.topology !== "global-database") return members;
  const { primary } = database;
  const adopted = primary.kind === "adopted" ? [primary.identifier] : [];
  return [database.identifier, ...adopted, ...members];
}

function checkDatabaseName(
  { report }: RuleContext,
  engine: EngineFacts,
  name: string | undefined,
  path: SpecPath,
): void {
  if (name === undefined) return;
  const { maximumLength: maximum, isValid, form, reserved = [] } = engine.databaseName;
  if (name.length > maximum) report("databases/database-name-too-long", { name, maximum }, path);
  else if (!isValid(name)) report("databases/database-name-form", { name, form }, path);
  else if (reserved.includes(name.toLowerCase()))
    report("databases/database-name-reserved", { name, engine: engine.name, reserved }, path);
}

function checkMasterUsername(
  { spec, catalog, report }: RuleContext,
  engine: EngineFacts,
  name: string,
): void {
  const username = spec.databases?.[name]?.masterUsername;
  if (username === undefined) return;
  const path = ["databases", name, "masterUsername"];
  const { masterUsernameLength: maximum, reservedUsernames: reserved } = engine;
  if (username.length > maximum) report("databases/master-username-too-long", { username, maximum }, path);
  else if (!catalog.masterUsername.isValid(username)) {
    report("databases/master-username-form", { username, form: catalog.masterUsername.form }, path);
  } else if (reserved.some((one) => isReserved(username.toLowerCase(), one))) {
    report("databases/master-username-reserved", { username, engine: engine.name, reserved }, path);
  }
}

/** `pg_*` is every name that begins so. */
function isReserved(username: string, reserved: string): boolean {
  return reserved.endsWith("*") ? username.startsWith(reserved.slice(0, -1)) : username === reserved;
}

function checkAdopted({ spec, catalog, report }: RuleContext, database: PlannedDatabase): void {
  const { name } = database;
  const identifier = spec.databases?.[name]?.adopt?.clusterIdentifier;
  if (identifier === undefined) return;
  const path = ["databases", name, "adopt", "clusterIdentifier"];
  if (!catalog.identifier.isValid(identifier)) {
    report("databases/identifier-form", { identifier, form: catalog.identifier.form }, path);
  } else if (membersOf(database).some((member) => member.identifier === identifier)) {
    report("databases/identifier-clash", { identifier, other: name }, path);
  }
}
