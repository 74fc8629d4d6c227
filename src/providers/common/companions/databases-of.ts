import type { PlannedDatabase } from "../../../model/database";
import type { DeploymentPlan } from "../../../model/plan";

/** The databases of a topology. */
export function databasesOf<T extends PlannedDatabase["topology"]>(
  { databases }: DeploymentPlan,
  topology: T,
): readonly Extract<PlannedDatabase, { readonly topology: T }>[] {
  return databases.filter(
    (database): database is Extract<PlannedDatabase, { readonly topology: T }> =>
      database.topology === topology,
  );
}
