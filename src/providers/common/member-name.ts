import type { DatabaseMember, PlannedDatabase } from "../../model/database";
import { toIdentifier } from "../../terraform/names";

/** The Terraform name of a member: `ledger_eu_west_1`, a read replica's with its number behind. */
export function memberName({ name }: PlannedDatabase, member: DatabaseMember): string {
  const base = toIdentifier(name, member.region);
  const replica = /-replica-([0-9]+)$/.exec(member.kind === "replica" ? member.identifier : "");
  return replica === null ? base : toIdentifier(base, "replica", replica[1] ?? "");
}
