import { invariant, mustGet } from "../../base/invariant";
import type { RegionName } from "../../base/names";
import { indexEncryption } from "../../model/encryption";
import type { KeyUse } from "../../model/key";
import type { DeploymentPlan } from "../../model/plan";
import { reference, template, type Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { Placement } from "../../terraform/program";
import type { LoweringRequest } from "../provider";
import { partitions, type Partition } from "./catalog/partitions";
import { regions } from "./catalog/regions";

/** What every lowering function may ask. */
export interface LoweringContext {
  readonly request: LoweringRequest;
  readonly plan: DeploymentPlan;
  readonly partition: Partition;
  /** The account's id: the spec's, else the caller's. */
  readonly account: Expression<string> | string;
  readonly placementOf: (region: RegionName) => Placement;
  /** The ARN of the key that serves a use of a database's member; none where AWS's own key serves. */
  readonly keyArn: (
    database: string,
    region: RegionName,
    use: KeyUse,
  ) => Expression<string> | string | undefined;
}

/** The ARN of each key of the plan, by key set and Region; none where AWS's own key needs no naming. */
export type KeyArns = ReadonlyMap<string, ReadonlyMap<RegionName, Expression<string> | string>>;

/** The partition that a Region is in. */
export function partitionOf(region: RegionName): Partition {
  return mustGet(partitions, mustGet(regions, region).partition);
}

/** The context without the ARNs of keys: enough to lower the keys themselves. */
export function createContext(request: LoweringRequest): Omit<LoweringContext, "keyArn"> {
  const { plan, provider } = request;
  return {
    request,
    plan,
    partition: partitionOf(plan.primaryRegion),
    account: provider.account ?? reference<string>("data", "aws_caller_identity", "current", "account_id"),
    placementOf: (region) =>
      region === plan.primaryRegion ? { kind: "default" } : { kind: "alias", alias: toIdentifier(region) },
  };
}

/** The context with the ARNs of the keys. */
export function withKeys(context: Omit<LoweringContext, "keyArn">, arns: KeyArns): LoweringContext {
  const encryption = indexEncryption(context.plan.encryption);
  return {
    ...context,
    keyArn: (database, region, use) => {
      const key = encryption.keyOf({ database, region }, use);
      if (key === undefined) return undefined;
      invariant(key.region === region, `${database} in ${region} is bound to a key of ${key.region}`);
      return arns.get(key.keySet)?.get(region);
    },
  };
}

/** The ARN of the account's root, which stands for the whole account in a policy. */
export function accountRoot({
  partition,
  account,
}: Pick<LoweringContext, "partition" | "account">): Expression<string> {
  return template`arn:${partition.name}:iam::${account}:root`;
}
