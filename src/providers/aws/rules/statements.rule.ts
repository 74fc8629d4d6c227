import type { RegionName } from "../../../base/names";
import { isManagedKey, type RawStatement } from "../../../model/key";
import { checkPrincipal } from "../../../rules/keys/check-principal";
import { settingPath } from "../../../rules/keys/settings";
import type { Rule, RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import { isEveryone, listOf } from "../catalog/statement-access";

/** Raw statements of key policies: whole, about somebody, and about the key's own Region. */
export const statementsRule: Rule = (context) => {
  const seen = new Set<string>();
  for (const keySet of context.resolved.keySets.values()) {
    for (const key of keySet.keyIn.values()) {
      if (!isManagedKey(key)) continue;
      const path = settingPath(context, keySet.name, key.region, ["policy", "statements"]);
      for (const [index, statement] of key.settings.policy.statements.entries()) {
        const at = [...path, index];
        checkViaService(context, statement, at, key.region);
        // The rest is the same in every Region.
        if (seen.has(JSON.stringify(at))) continue;
        seen.add(JSON.stringify(at));
        checkWhole(context, statement, at);
        checkPrincipals(context, statement, at);
      }
      checkNames(context, key.settings.policy.statements, path, seen);
    }
  }
};

/** AWS takes a statement that lacks its actions or its resource, and ignores it. */
function checkWhole({ report }: RuleContext, statement: RawStatement, at: SpecPath): void {
  const pairs = [
    ["Principal", "NotPrincipal"],
    ["Action", "NotAction"],
  ] as const;
  for (const pair of pairs) {
    const given = pair.filter((field) => statement[field] !== undefined);
    if (given.length !== 1) report("keys/statement-incomplete", { fields: pair, count: given.length }, at);
  }
  if (statement["Resource"] === undefined) {
    report("keys/statement-incomplete", { fields: ["Resource"], count: 0 }, at);
  }
}

function checkPrincipals(context: RuleContext, statement: RawStatement, at: SpecPath): void {
  const principal = statement["Principal"];
  const isOpen =
    statement["Effect"] === "Allow" && isEveryone(principal) && statement["Condition"] === undefined;
  if (isOpen) context.report("keys/statement-everyone", {}, [...at, "Principal"]);
  if (typeof principal === "string" && principal !== "*") {
    context.report("keys/principal-malformed", { principal }, [...at, "Principal"]);
  }
  if (typeof principal !== "object" || principal === null) return;
  const named = (principal as { readonly AWS?: unknown }).AWS;
  for (const [index, one] of listOf(named).entries()) {
    const kind = context.catalog.parsePrincipal(one).kind;
    if (kind === "everyone" || kind === "account") continue;
    checkPrincipal(context, one, [...at, "Principal", "AWS", ...(Array.isArray(named) ? [index] : [])]);
  }
}

const VIA_SERVICE = /^([a-z0-9-]+)\.([a-z0-9-]+)\.[a-z0-9.-]+$/;

/** The value of kms:ViaService names a Region; of another Region's key it would never hold. */
function checkViaService(
  { catalog, report }: RuleContext,
  statement: RawStatement,
  at: SpecPath,
  region: RegionName,
): void {
  for (const [operator, keys] of Object.entries((statement["Condition"] ?? {}) as Record<string, object>)) {
    for (const [key, value] of Object.entries(keys)) {
      if (key.toLowerCase() !== "kms:viaservice") continue;
      for (const [index, one] of listOf(value).entries()) {
        const named = VIA_SERVICE.exec(one)?.[2];
        if (
          named === undefined ||
          named === region ||
          ![...catalog.regions.keys()].some((known) => known === named)
        )
          continue;
        const place = Array.isArray(value) ? [index] : [];
        report("keys/statement-via-service-region", { value: one, region }, [
          ...at,
          "Condition",
          operator,
          key,
          ...place,
        ]);
      }
    }
  }
}

const GENERATED = new Set([
  ...["EnableIAMPolicies", "KeyAdministrators", "ImportKeyMaterial", "ReplicateKey", "UpdatePrimaryRegion"],
  ...[
    "UseViaRds",
    "DescribeDirect",
    "GrantsForAWSResources",
    "PerformanceInsights",
    "SecretsManager",
    "UseDirect",
  ],
  ...["CloudWatchLogs", "SnapshotConsumers", "SnapshotConsumerGrants"],
  ...["DenyReplicationElsewhere", "DenyOutsideOrganization"],
]);

function checkNames(
  { report }: RuleContext,
  statements: readonly RawStatement[],
  path: SpecPath,
  seen: Set<string>,
): void {
  const names = new Set<string>();
  for (const [index, statement] of statements.entries()) {
    const sid = statement["Sid"];
    if (typeof sid !== "string") continue;
    const at = [...path, index, "Sid"];
    if ((names.has(sid) || GENERATED.has(sid)) && !seen.has(JSON.stringify(at))) {
      seen.add(JSON.stringify(at));
      report("keys/statement-name", { sid, isGenerated: GENERATED.has(sid) }, at);
    }
    names.add(sid);
  }
}
