import { firstRegionOf, type PlannedDatabase } from "../../model/database";
import type { SpecPath } from "../../spec/spec-node";
import { writtenRegions } from "../../spec/written-regions";
import { related, type Rule, type RuleContext } from "../rule";

/** Replicated backups and copied snapshots: to Regions of the deployment, from something that there is. */
export const backupsRule: Rule = (context) => {
  for (const [name, planned] of context.resolved.databases) {
    checkReplication(context, name, planned);
    checkCopies(context, name);
  }
};

function checkReplication({ spec, report }: RuleContext, name: string, planned: PlannedDatabase): void {
  const { replicateTo, retentionDays } = spec.databases?.[name]?.backup ?? {};
  const path: SpecPath = ["databases", name, "backup", "replicateTo"];
  const first = firstRegionOf(planned);
  for (const [index, region] of (replicateTo ?? []).entries()) {
    const at = [...path, index];
    const isKnown = writtenRegions(spec).includes(region);
    if (!isKnown)
      report("databases/backup-region", { region, problem: "is not a Region of the deployment" }, at);
    else if (region === first)
      report("databases/backup-region", { region, problem: "is where the database itself is" }, at);
    else if (replicateTo?.indexOf(region) !== index) {
      report("databases/backup-region", { region, problem: "stands twice" }, at);
    }
  }
  if ((replicateTo ?? []).length > 0 && retentionDays === 0) {
    report(
      "databases/replication-without-backups",
      { database: name },
      ["databases", name, "backup", "retentionDays"],
      [related("the Regions stand here", path)],
    );
  }
}

function checkCopies({ spec, catalog, resolved, report }: RuleContext, name: string): void {
  const seen = new Map<string, SpecPath>();
  const partition = catalog.regions.get(resolved.primaryRegion)?.partition;
  for (const [index, { snapshot, toRegion }] of (spec.databases?.[name]?.snapshotCopies ?? []).entries()) {
    const path: SpecPath = ["databases", name, "snapshotCopies", index];
    if (!writtenRegions(spec).includes(toRegion)) {
      const parameters = { region: toRegion, problem: "is not a Region of the deployment" };
      report("databases/backup-region", parameters, [...path, "toRegion"]);
    }
    const parsed = catalog.parseSnapshot(snapshot);
    if (parsed.kind === "malformed") report("databases/snapshot-form", { snapshot }, [...path, "snapshot"]);
    if (parsed.kind === "full" && partition !== undefined && parsed.partition !== partition) {
      report("databases/snapshot-partition", { given: parsed.partition, partition }, [...path, "snapshot"]);
    }
    const other = seen.get(`${snapshot} ${toRegion}`);
    if (other !== undefined) {
      const place = [related("the other one stands here", other)];
      report("databases/duplicate-snapshot-copy", { snapshot, region: toRegion }, path, place);
    }
    seen.set(`${snapshot} ${toRegion}`, path);
  }
}
