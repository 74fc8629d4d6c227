import type { DatabaseSpec } from "../../../spec/schema/database";
import type { Rule } from "../../../rules/rule";
import { engines } from "../catalog/catalog";
import { recoveryWindowDays } from "../catalog/limits";

/** What Google's documentation, as far as it could be read, does not say of databases. */
export const unverifiedRule: Rule = ({ spec, report }) => {
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    for (const { field, what } of doubtsOf(database))
      report("databases/support-unverified", { what }, ["databases", name, ...field]);
  }
};

interface Doubt {
  readonly field: readonly string[];
  readonly what: string;
}

function doubtsOf({ engine, storage, backup }: DatabaseSpec): readonly Doubt[] {
  const rates = (["iops", "throughput"] as const).filter(
    (field) => storage?.[field] !== undefined && storage.type === "HYPERDISK_BALANCED",
  );
  const days = backup?.retentionDays ?? 0;
  const isLong = engines.get(engine)?.form === "cluster" && days > recoveryWindowDays.maximum;
  return [
    ...rates.map((field) => ({
      field: ["storage", field],
      what: `${field} as argument data_disk_provisioned_${field} of the instance`,
    })),
    ...(isLong
      ? [{ field: ["backup", "retentionDays"], what: `recovery of a cluster to a point ${days} days ago` }]
      : []),
  ];
}
