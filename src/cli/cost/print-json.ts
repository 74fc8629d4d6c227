import { symmetricRequestCost, type PriceList } from "../../model/prices";
import { isNearLimit, type QuotaUse } from "../../model/quota";
import { monthJson } from "./month-json";
import type { CostedDeployment, CostedKeySet } from "./costed-deployment";
import { sumByPartition, sumByRegion, sumQuotas, type CostedRegion } from "./sum-deployments";

/** Version of the JSON form of costs; it grows by additions only. */
const COST_FORMAT = 1;

/** Costs for programs. Amounts are a month's, in the currency of the partition; null where prices are not known. */
export function printCostJson(
  deployments: readonly CostedDeployment[],
  requests: number | undefined,
): string {
  const document = {
    keyspanCost: COST_FORMAT,
    deployments: deployments.map(deploymentJson),
    regions: sumByRegion(deployments).map(regionJson),
    partitions: partitionsJson(deployments, requests),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function deploymentJson({ name, spec, partition, account, keySets, ...costed }: CostedDeployment): unknown {
  return {
    name,
    spec,
    partition,
    account: account ?? null,
    keySets: keySets.map(keySetJson),
    keys: costed.keyCosts.map(({ keySet, region, ...cost }) => ({ keySet, region, month: monthJson(cost) })),
    quotas: sumQuotas(costed.quotaUse).map(quotaJson),
  };
}

function keySetJson({ name, strategy, payer, keys, disabled, cost }: CostedKeySet): unknown {
  return {
    name,
    strategy,
    keys,
    disabled,
    paidBy: payer.kind,
    owners: payer.kind === "owner" ? payer.accounts : [],
    month: cost === undefined ? null : monthJson(cost),
  };
}

function regionJson({ region, partition, account, cost, quotas }: CostedRegion): unknown {
  return {
    region,
    partition,
    account: account ?? null,
    month: cost === undefined ? null : monthJson(cost),
    quotas: quotas.map(quotaJson),
  };
}

function quotaJson(use: QuotaUse): unknown {
  const { quota, region, keySet = null, used } = use;
  const { id, title, scope, maximum, adjustable, source } = quota;
  return {
    id,
    title,
    scope,
    region,
    keySet,
    used,
    maximum,
    isNearLimit: isNearLimit(use),
    adjustable,
    source,
  };
}

function partitionsJson(deployments: readonly CostedDeployment[], requests: number | undefined): unknown[] {
  const sums = sumByPartition(deployments);
  const names = [...new Set(deployments.map(({ partition }) => partition))];
  return names.map((partition) => {
    const prices = deployments.find((deployment) => deployment.partition === partition)?.prices;
    const sum = sums.find((one) => one.partition === partition);
    if (prices === undefined || sum === undefined) return { partition, prices: null, month: null };
    const charged = prices.requests;
    return {
      partition,
      prices: { ...prices, chargedRotations: chargedJson(prices), requests: charged ?? null },
      keys: sum.cost.keys,
      month: monthJson(sum.cost),
      requests:
        requests === undefined || charged === undefined
          ? null
          : { count: requests, month: symmetricRequestCost(requests, charged) },
      alternatives: deployments.find((one) => one.partition === partition)?.alternatives ?? [],
    };
  });
}

/** Every rotation where that is null. */
function chargedJson({ chargedRotations }: PriceList): number | null {
  return Number.isFinite(chargedRotations) ? chargedRotations : null;
}
