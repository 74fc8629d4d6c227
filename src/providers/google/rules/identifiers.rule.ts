import { membersOf } from "../../../model/database";
import type { Rule } from "../../../rules/rule";
import { clusterIdLength, sqlInstanceLength } from "../catalog/limits";

/** Identifiers: of an instance together with the project's, and of a cluster. */
export const identifiersRule: Rule = ({ spec, resolved, report, isWritten }) => {
  const { project = "" } = spec.provider;
  for (const database of resolved.databases.values()) {
    const path = ["databases", database.name, "identifier"];
    const place = isWritten(path) ? path : { path: ["databases", database.name], part: "key" as const };
    const names = membersOf(database).map(({ identifier }) => identifier);
    const longest = names.reduce((one, other) => (other.length > one.length ? other : one), "");
    if (membersOf(database).some(({ kind }) => kind === "cluster")) {
      const what = `the id of a cluster with ${longest.length} characters`;
      if (longest.length > clusterIdLength.maximum) report("databases/support-unverified", { what }, place);
      continue;
    }
    const identifier = `${project}:${longest}`;
    const { maximum } = sqlInstanceLength;
    if (identifier.length <= maximum) continue;
    report("databases/identifier-too-long", { identifier, length: identifier.length, maximum }, place);
  }
};
