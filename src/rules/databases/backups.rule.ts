import { asRegionName, type RegionName } from "../../base/names";
import { suggest } from "../../base/suggest";
import { firstRegionOf, type PlannedDatabase } from "../../model/database";
import type { SpecPath } from "../../spec/spec-node";
import { writtenRegions } from "../../spec/written-regions";
import { strayRegion } from "../places";
import { related, type Rule, type RuleContext } from "../rule";

/** Replicated backups and copied snapshots: to Regions of the deployment, from something that there is. */
export const backupsRule: Rule = (context) => {
  for (const [name, planned] of context.resolved.databases) {
    checkReplication(context, name, planned);
    checkCopies(context, name, planned);
    checkSafety(context, name, planned);
  }
};

/** What a database is recovered from: automated backups, and a last snapshot when it is deleted. */
function checkSafety({ report }: RuleContext, name: string, planned: PlannedDatabase): void {
  const { retentionDays, finalSnapshot } = planned.backup;
  const path: SpecPath = ["databases", name, "backup"];
  const isInstance = planned.topology === "single-region" && planned.form === "instance";
  if (isInstance && retentionDays === 0 && planned.backup.replicateTo.length === 0) {
    report("databases/no-backups", { database: name }, [...path, "retentionDays"]);
  }
  const isCreatedHere = planned.topology !== "global-database" || planned.primary.kind !== "adopted";
  if (isCreatedHere && !finalSnapshot) {
    report("databases/no-final-snapshot", { database: name }, [...path, "finalSnapshot"]);
  }
}

function checkReplication(context: RuleContext, name: string, planned: PlannedDatabase): void {
  const { spec, report } = context;
  const { replicateTo, retentionDays } = spec.databases?.[name]?.backup ?? {};
  const path: SpecPath = ["databases", name, "backup", "replicateTo"];
  const first = firstRegionOf(planned);
  for (const [index, region] of (replicateTo ?? []).entries()) {
    const at = [...path, index];
    const earlier = replicateTo?.indexOf(region) ?? index;
    if (checkRegion(context, name, region, at)) continue;
    if (region === first)
      report("databases/backup-region", { region, problem: "is where the database itself is" }, at);
    else if (earlier !== index) {
      const place = [related("it stands here first", [...path, earlier])];
      report("databases/backup-region", { region, problem: "stands twice" }, at, place);
    } else checkPair(context, first, region, at);
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

function checkPair({ catalog, report }: RuleContext, from: RegionName, to: RegionName, path: SpecPath): void {
  const ends = [from, to].map((region) => catalog.regions.get(region)?.supportsBackupReplication);
  if (!ends.includes("unverified")) return;
  report("databases/support-unverified", { what: `replicating backups from ${from} to ${to}` }, path);
}

/** Whether a Region is no Region of the deployment. */
function checkRegion(context: RuleContext, database: string, region: RegionName, path: SpecPath): boolean {
  const stray = strayRegion(context, region);
  if (stray !== undefined) {
    context.report("databases/region-not-in-deployment", { database, region, ...stray }, path);
  }
  return !writtenRegions(context.spec).includes(region);
}

/** An encrypted snapshot goes to another Region in ways that not every partition has. */
function checkCopiedFrom(
  { catalog, report }: RuleContext,
  from: RegionName,
  to: RegionName,
  path: SpecPath,
): void {
  if (!catalog.regions.has(from)) {
    const suggestion = suggest(from, [...catalog.regions.keys()]);
    report("regions/unknown", { region: from, provider: catalog.title, suggestion }, [...path, "snapshot"]);
  }
  if (from === to || catalog.regions.get(from)?.supportsSnapshotCopies !== "unverified") return;
  const what = `copying a snapshot from ${from} to ${to} without a presigned URL`;
  report("databases/support-unverified", { what }, [...path, "toRegion"]);
}

function checkCopies(context: RuleContext, name: string, planned: PlannedDatabase): void {
  const { spec, catalog, resolved, report } = context;
  const seen = new Map<string, SpecPath>();
  const partition = catalog.regions.get(resolved.primaryRegion)?.partition;
  for (const [index, { snapshot, toRegion }] of (spec.databases?.[name]?.snapshotCopies ?? []).entries()) {
    const path: SpecPath = ["databases", name, "snapshotCopies", index];
    checkRegion(context, name, toRegion, [...path, "toRegion"]);
    const parsed = catalog.parseSnapshot(snapshot);
    if (parsed.kind === "malformed") report("databases/snapshot-form", { snapshot }, [...path, "snapshot"]);
    if (parsed.kind === "full" && partition !== undefined && parsed.partition !== partition) {
      report("databases/snapshot-partition", { given: parsed.partition, partition }, [...path, "snapshot"]);
    }
    const form = catalog.engines.get(spec.databases?.[name]?.engine ?? "")?.form;
    if (parsed.kind === "full" && form !== undefined && parsed.form !== form) {
      report("databases/snapshot-kind", { given: parsed.form, expected: form }, [...path, "snapshot"]);
    }
    const from = parsed.kind === "full" ? asRegionName(parsed.region) : firstRegionOf(planned);
    checkCopiedFrom(context, from, toRegion, path);
    const copy = `${parsed.kind === "malformed" ? snapshot : parsed.copyName} ${toRegion}`;
    const other = seen.get(copy);
    if (other !== undefined) {
      const place = [related("the other one stands here", other)];
      report("databases/duplicate-snapshot-copy", { snapshot, region: toRegion }, path, place);
    }
    seen.set(copy, path);
  }
}
