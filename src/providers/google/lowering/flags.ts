import { mustGet } from "../../../base/invariant";
import { sortedBy } from "../../../base/ordering";
import type { DatabaseMember, PlannedDatabase } from "../../../model/database";
import { engines } from "../catalog/catalog";
import type { DatabaseFlag } from "../catalog/engine";

/** The flags of a member by name: the safe set of its engine, and what the spec says over it. */
export function flagsOf(database: PlannedDatabase, member: DatabaseMember): readonly DatabaseFlag[] {
  const { safeFlags, iamFlag } = mustGet(engines, database.engine);
  const own = Object.entries(member.parameters).map(([name, value]) => ({ name, value }));
  const iam = iamFlag === undefined || !database.iamAuthentication ? [] : [{ name: iamFlag, value: "on" }];
  const flags = new Map([...safeFlags, ...iam, ...own].map((flag) => [flag.name, flag]));
  return sortedBy(flags.values(), ({ name }) => name);
}
