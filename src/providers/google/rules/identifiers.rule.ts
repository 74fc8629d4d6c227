import { membersOf, type DatabaseMember } from "../../../model/database";
import type { Rule } from "../../../rules/rule";
import { clusterIdLength, sqlInstanceLength } from "../catalog/limits";
import { instanceIdsOf } from "../lowering/alloydb-instances";

/** Identifiers: of an instance of Cloud SQL together with the project's, of clusters and of the instances in them. */
export const identifiersRule: Rule = ({ spec, resolved, report, isWritten }) => {
  const { project = "" } = spec.provider;
  for (const database of resolved.databases.values()) {
    const path = ["databases", database.name, "identifier"];
    const place = isWritten(path) ? path : { path: ["databases", database.name], part: "key" as const };
    const members = membersOf(database);
    const isCluster = members.some(({ kind }) => kind === "cluster");
    const { maximum } = isCluster ? clusterIdLength : sqlInstanceLength;
    const identifiers = members.flatMap((member) => identifiersOf(member, project));
    const identifier = identifiers.reduce((one, other) => (other.length > one.length ? other : one), "");
    if (identifier.length <= maximum) continue;
    report("databases/identifier-too-long", { identifier, length: identifier.length, maximum }, place);
  }
};

function identifiersOf(member: DatabaseMember, project: string): readonly string[] {
  if (member.kind !== "cluster") return [`${project}:${member.identifier}`];
  const [first, pool = ""] = instanceIdsOf(member);
  return [member.identifier, first, pool];
}
