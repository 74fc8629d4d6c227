import { invariant, mustGet } from "../../base/invariant";
import type { RegionName } from "../../base/names";
import { firstRegionOf, type PlannedDatabase } from "../../model/database";
import { indexEncryption, type EncryptionIndex, type MemberRef } from "../../model/encryption";
import type { KeyUse } from "../../model/key";
import type { DeploymentPlan } from "../../model/plan";
import { reference, template, type Expression } from "../../terraform/expression";
import type { ResourceElement } from "../../terraform/program";
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
  readonly encryption: EncryptionIndex;
  readonly databases: ReadonlyMap<string, PlannedDatabase>;
}

/** What is known once the keys are lowered. */
export interface DatabaseContext extends LoweringContext {
  /** The ARN of the key that serves a use; none where AWS's own key serves without being named. */
  readonly keyArn: (member: MemberRef, use: KeyUse) => Expression<string> | string | undefined;
  /** Grants on the key of a use, which must be there first. */
  readonly grantsOn: (member: MemberRef, use: KeyUse) => readonly ResourceElement[];
  /** Whether AWS keeps the key of a member's storage for itself. */
  readonly isProviderOwned: (member: MemberRef) => boolean;
}

/** The key of a Region, as whatever it encrypts needs it. */
export interface LoweredKey {
  /** None where AWS's own key cannot be named. */
  readonly arn: Expression<string> | string | undefined;
  readonly grants: readonly ResourceElement[];
  readonly kind: "own" | "provider-managed" | "provider-owned";
}

/** Keys by key set and Region. */
export type LoweredKeyIndex = ReadonlyMap<string, ReadonlyMap<RegionName, LoweredKey>>;

/** The partition that a Region is in. */
export function partitionOf(region: RegionName): Partition {
  return mustGet(partitions, mustGet(regions, region).partition);
}

/** The context of a request. */
export function createContext(request: LoweringRequest): LoweringContext {
  const { plan, provider } = request;
  return {
    request,
    plan,
    partition: partitionOf(plan.primaryRegion),
    account: provider.account ?? reference<string>("data", "aws_caller_identity", "current", "account_id"),
    encryption: indexEncryption(plan.encryption),
    databases: new Map(plan.databases.map((database) => [database.name, database])),
  };
}

/** The context with the keys. */
export function withKeys(context: LoweringContext, keys: LoweredKeyIndex): DatabaseContext {
  const keyOf = (member: MemberRef, use: KeyUse): LoweredKey | undefined => {
    const ref = context.encryption.keyOf(member, use);
    if (ref === undefined) return undefined;
    invariant(
      ref.region === member.region,
      `${member.database} in ${member.region} is bound to a key of ${ref.region}`,
    );
    return keys.get(ref.keySet)?.get(ref.region);
  };
  return {
    ...context,
    keyArn: (member, use) => {
      const key = keyOf(member, use);
      // The copy of a snapshot from elsewhere must name its key, also in the database's own Region.
      if (key?.kind !== "provider-managed" || use === "snapshot-copy") return key?.arn;
      // Where a database is created, naming no key means AWS's own; in another Region it must be named
      // (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html).
      return firstRegionOf(mustGet(context.databases, member.database)) === member.region
        ? undefined
        : key.arn;
    },
    grantsOn: (member, use) => keyOf(member, use)?.grants ?? [],
    isProviderOwned: (member) => keyOf(member, "storage")?.kind === "provider-owned",
  };
}

/** The ARN of the account's root, which stands for the whole account in a policy. */
export function accountRoot({
  partition,
  account,
}: Pick<LoweringContext, "partition" | "account">): Expression<string> {
  return template`arn:${partition.name}:iam::${account}:root`;
}
