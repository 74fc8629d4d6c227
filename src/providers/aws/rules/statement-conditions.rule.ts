import type { RegionName } from "../../../base/names";
import { suggest } from "../../../base/suggest";
import type { RawStatement } from "../../../model/key";
import { managedSettings, placesOf, statementsAt } from "../../../rules/keys/settings";
import { atKey, type Rule, type RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import { partitions } from "../catalog/partitions";
import {
  conditionOperators,
  listOf,
  matchesPattern,
  parseOperator,
  type ConditionOperator,
} from "../catalog/policy-language";

/** Conditions of raw statements: by operators that there are, and about services of the key's own Region. */
export const statementConditionsRule: Rule = (context) => {
  const places = placesOf(context, managedSettings(context), ["policy", "statements"]);
  for (const { path, regions } of places) {
    for (const [index, statement] of statementsAt(context, path).entries()) {
      checkConditions(context, statement, [...path, index, "Condition"], regions);
    }
  }
};

function checkConditions(
  context: RuleContext,
  statement: RawStatement,
  at: SpecPath,
  regions: readonly RegionName[],
): void {
  const conditions = (statement["Condition"] ?? {}) as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  for (const [text, keys] of Object.entries(conditions)) {
    const operator = parseOperator(text);
    if (operator.name === undefined) {
      const suggestion = suggest(text, conditionOperators);
      context.report("keys/statement-operator", { operator: text, suggestion }, atKey([...at, text]));
      continue;
    }
    for (const [key, value] of Object.entries(keys)) {
      for (const [index, one] of listOf(value).entries()) {
        const place = [...at, text, key, ...(Array.isArray(value) ? [index] : [])];
        if (operator.isTruth) checkTruth(context, one, place);
        else if (key.toLowerCase() === "kms:viaservice")
          checkViaService(context, one, operator, place, regions);
      }
    }
  }
}

function checkTruth({ report }: RuleContext, value: string, place: SpecPath): void {
  if (/^(true|false|\$\{.*\})$/i.test(value)) return;
  report(
    "spec/unknown-value",
    { given: `"${value}"`, known: ["true", "false"], suggestion: undefined },
    place,
  );
}

/** The value of kms:ViaService names a service in a Region; of another Region's key it would never hold. */
function checkViaService(
  { catalog, report }: RuleContext,
  value: string,
  operator: ConditionOperator,
  place: SpecPath,
  regions: readonly RegionName[],
): void {
  const [service = "", ...rest] = value.split(".");
  const isOf = (region: RegionName) => {
    // Any service fits a pattern for services; what is asked is the Region.
    const some = operator.isPattern ? service.replace(/\?/g, "x").replace(/\*/g, "") : service;
    return endpoints(catalog, region).some((endpoint) => {
      const full = `${some}.${endpoint}`;
      return operator.isPattern ? matchesPattern(value, full) : value.toLowerCase() === full.toLowerCase();
    });
  };
  const others = regions.filter((region) => catalog.regions.has(region) && !isOf(region));
  const [first] = others;
  if (first === undefined) return;
  const named = [...catalog.regions.keys()].find((region) => rest.includes(region));
  const expected = `${service.replace(/[^a-z0-9-]/g, "") || "rds"}.${endpoints(catalog, first)[0] ?? first}`;
  const isElsewhere = named !== undefined && !others.includes(named);
  const isInKeySet = named !== undefined && regions.includes(named);
  report(
    "keys/statement-via-service-region",
    { value, named: isElsewhere ? named : undefined, isInKeySet, regions: others, expected },
    place,
  );
}

/** What stands behind the name of a service in a Region. */
function endpoints({ regions }: RuleContext["catalog"], region: RegionName): readonly string[] {
  const partition = partitions.get(regions.get(region)?.partition ?? "");
  return (partition?.viaServiceSuffixes ?? []).map((suffix) => `${region}.${suffix}`);
}
