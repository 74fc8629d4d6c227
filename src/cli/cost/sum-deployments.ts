import { groupBy } from "../../base/group-by";
import { sortedBy } from "../../base/ordering";
import { sumOfCosts, type MonthlyCost } from "../../model/key-cost";
import type { QuotaUse } from "../../model/quota";
import type { CostedDeployment } from "./costed-deployment";

/** What all deployments of an account have in a Region, taken together. */
export interface CostedRegion {
  readonly region: string;
  readonly partition: string;
  /** Undefined: the account of whoever applies them, which the specs do not name. */
  readonly account: string | undefined;
  /** Undefined where the prices are not known. */
  readonly cost: MonthlyCost | undefined;
  /** For the account the sum, for keys the one that uses most. */
  readonly quotas: readonly QuotaUse[];
}

/** What all deployments of a partition cost together. */
export interface CostedPartition {
  readonly partition: string;
  readonly currency: string;
  readonly cost: MonthlyCost;
}

/** The Regions of all deployments, summed over those of one account. */
export function sumByRegion(deployments: readonly CostedDeployment[]): readonly CostedRegion[] {
  const places = deployments.flatMap((deployment) =>
    deployment.places.map((region) => ({ region, deployment })),
  );
  const groups = groupBy(places, ({ region, deployment }) => `${deployment.account ?? ""} ${region}`);
  const regions = [...groups.values()].flatMap((group): CostedRegion[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { region, deployment } = first;
    const { partition, account, prices } = deployment;
    const costs = group.flatMap((one) => one.deployment.keyCosts.filter((cost) => cost.region === region));
    const uses = group.flatMap((one) => one.deployment.quotaUse.filter((use) => use.region === region));
    const cost = prices === undefined ? undefined : sumOfCosts(costs);
    return [{ region, partition, account, cost, quotas: sumQuotas(uses) }];
  });
  // One deployment has its primary Region first; of several each has another one.
  return deployments.length === 1
    ? regions
    : sortedBy(regions, ({ account, region }) => `${account ?? ""} ${region}`);
}

/** Partitions of which the prices are known, with what all deployments cost there. */
export function sumByPartition(deployments: readonly CostedDeployment[]): readonly CostedPartition[] {
  return [...groupBy(deployments, ({ partition }) => partition)].flatMap(([partition, group]) => {
    const prices = group[0]?.prices;
    if (prices === undefined) return [];
    const cost = sumOfCosts(group.flatMap(({ keyCosts }) => keyCosts));
    return [{ partition, currency: prices.currency, cost }];
  });
}

/** One use for each quota: the sum for what is counted for the account, else the key that uses most. */
export function sumQuotas(uses: readonly QuotaUse[]): readonly QuotaUse[] {
  return [...groupBy(uses, ({ quota }) => quota).values()].flatMap((ofQuota) => {
    const [first] = ofQuota;
    if (first === undefined) return [];
    if (first.quota.scope === "account")
      return [{ ...first, used: ofQuota.reduce((sum, { used }) => sum + used, 0) }];
    return [ofQuota.reduce((most, use) => (use.used > most.used ? use : most), first)];
  });
}
