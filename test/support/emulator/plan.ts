/** A plan as `terraform show -json` prints it, as far as the tests read it. */
export interface Plan {
  readonly resource_changes?: readonly PlannedChange[];
}

interface PlannedChange {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly change: { readonly actions: readonly string[] };
}

/** What happens to resources, by address: `create`, `update`, `delete`, or both of a replacement in their order. */
export type Actions = Readonly<Record<string, string>>;

/** Types whose replacement loses data, or the means to read it. */
const TYPES_WITH_DATA: ReadonlySet<string> = new Set([
  "aws_db_instance",
  "aws_db_instance_automated_backups_replication",
  "aws_kms_external_key",
  "aws_kms_key",
  "aws_kms_replica_external_key",
  "aws_kms_replica_key",
  "aws_rds_cluster",
  "aws_rds_global_cluster",
]);

/** What a plan does; what it leaves alone is left out. */
export function actionsOf(plan: Plan): Actions {
  return Object.fromEntries(
    managed(plan)
      .filter(({ change }) => !change.actions.every((action) => action === "no-op"))
      .map(({ address, change }) => [address, change.actions.join(", ")]),
  );
}

/** Addresses of what holds data and would be replaced. */
export function replacedData(plan: Plan): readonly string[] {
  return managed(plan)
    .filter(({ type, change }) => TYPES_WITH_DATA.has(type) && change.actions.length > 1)
    .map(({ address }) => address);
}

function managed({ resource_changes: changes = [] }: Plan): readonly PlannedChange[] {
  return changes.filter(({ mode }) => mode === "managed");
}
