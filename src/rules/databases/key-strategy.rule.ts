import type { PlannedDatabase } from "../../model/database";
import type { KeyPurpose, KeySet, KeyUse } from "../../model/key";
import type { SpecPath } from "../../spec/spec-node";
import { atKey, related, type Rule, type RuleContext } from "../rule";
import { PURPOSE_OF_USE } from "./purpose-of-use";

type NamedUse = Exclude<KeyUse, "storage">;

/** What a key serves beside storage, in words. */
const USES: Readonly<Record<NamedUse, string>> = {
  insights: "performance history",
  logs: "logs",
  secret: "a master secret",
  "backup-replication": "replicated backups",
  "snapshot-copy": "copies of snapshots",
};

/** Keys that the provider keeps for itself serve a cluster in one Region, and no key of the provider can be shared. */
export const keyStrategyRule: Rule = (context) => {
  const { resolved, catalog, report } = context;
  for (const { database: name, use, keySet: keySetName, path } of resolved.assignments) {
    const keySet = resolved.keySets.get(keySetName);
    const database = resolved.databases.get(name);
    if (keySet === undefined || database === undefined) continue;
    const form = catalog.engines.get(database.engine)?.form;
    const isPossible = form === "cluster" && database.topology === "single-region" && use === "storage";
    if (keySet.strategy === "provider-owned" && !isPossible) {
      const what =
        use === "storage" ? `that of ${database.engine} with topology "${database.topology}"` : USES[use];
      report("databases/owned-key", { key: keySetName, provider: catalog.title, use: what }, path, [
        related("the key set stands here", ["keys", keySetName]),
      ]);
    }
    if (use === "storage") checkSharing(context, name, database, keySet);
  }
  checkNamedKeys(context);
};

function checkSharing(
  { spec, report }: RuleContext,
  name: string,
  database: PlannedDatabase,
  keySet: KeySet,
): void {
  const { account } = spec.provider;
  const path: SpecPath = ["databases", name, "shareSnapshotsWith"];
  if (database.snapshotAccounts.length === 0) return;
  if (keySet.strategy === "provider-managed" || keySet.strategy === "provider-owned") {
    const strategy = spec.keys?.[keySet.name]?.strategy ?? "";
    report("databases/sharing-with-provider-key", { key: keySet.name, strategy }, atKey(path), [
      related("the key set stands here", ["keys", keySet.name]),
    ]);
  }
  for (const [index, other] of (spec.databases?.[name]?.shareSnapshotsWith ?? []).entries()) {
    if (other === account) report("databases/sharing-with-itself", { account: other }, [...path, index]);
  }
}

/**
 * A key that cannot be named is no key for logs, secrets or performance history, and one that the provider manages
 * serves them by not being named: nothing is bound to it, but it must be for the use all the same.
 */
function checkNamedKeys({ spec, resolved, catalog, report }: RuleContext): void {
  for (const [name, { monitoring, secretKey }] of Object.entries(spec.databases ?? {})) {
    const insights = monitoring?.performanceInsights;
    const named: readonly (readonly [string | undefined, NamedUse, SpecPath])[] = [
      [monitoring?.logKey, "logs", ["monitoring", "logKey"]],
      [
        insights === false ? undefined : insights?.key,
        "insights",
        ["monitoring", "performanceInsights", "key"],
      ],
      // What is said of a secret that there is not has been refused.
      [
        resolved.databases.get(name)?.masterPassword === "managed" ? secretKey : undefined,
        "secret",
        ["secretKey"],
      ],
    ];
    for (const [keySet, use, path] of named) {
      const found = keySet === undefined ? undefined : resolved.keySets.get(keySet);
      if (found === undefined) continue;
      const at = ["databases", name, ...path];
      if (found.strategy === "provider-owned") {
        report("databases/owned-key", { key: found.name, provider: catalog.title, use: USES[use] }, at);
      } else if (found.strategy === "provider-managed") checkPurpose(report, found, PURPOSE_OF_USE[use], at);
    }
  }
}

function checkPurpose(
  report: RuleContext["report"],
  { name, purposes }: KeySet,
  purpose: KeyPurpose,
  at: SpecPath,
): void {
  if (purposes.includes(purpose)) return;
  report("databases/key-purpose", { key: name, purpose, purposes }, at, [
    related(`key set "${name}" stands here`, ["keys", name]),
  ]);
}
