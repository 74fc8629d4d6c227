import { indexEncryption } from "../../model/encryption";
import { membersOf } from "../../model/database";
import { isManagedKey } from "../../model/key";
import type { DeploymentPlan } from "../../model/plan";
import type { QuotaUse } from "../../model/quota";
import { quotas } from "./catalog/quotas";
import { keyPolicyBytes } from "./key-policy-size";
import { partitionOf } from "./lowering-context";

/** What a plan uses of the quotas of an account, key by key, member by member and backup by backup. */
export function quotaUse(plan: DeploymentPlan, account: string | undefined): readonly QuotaUse[] {
  return [...ofKeys(plan, account), ...ofMembers(plan), ...ofBackups(plan)];
}

function ofKeys({ keySets, databases, encryption }: DeploymentPlan, account: string | undefined): QuotaUse[] {
  const index = indexEncryption(encryption);
  const byName = new Map(databases.map((database) => [database.name, database]));
  return keySets.flatMap((keySet) =>
    [...keySet.keyIn.values()].filter(isManagedKey).flatMap((key): QuotaUse[] => {
      const { region, settings } = key;
      const ofKey = { region, keySet: keySet.name };
      const input = { keySet, key, encryption: index, databases: byName, partition: partitionOf(region) };
      return [
        { quota: quotas.keys, region, keySet: undefined, used: 1 },
        { quota: quotas.aliases, ...ofKey, used: settings.aliases.length },
        { quota: quotas.grants, ...ofKey, used: settings.grants.length },
        { quota: quotas.policyBytes, ...ofKey, used: keyPolicyBytes(input, account) },
      ];
    }),
  );
}

function ofMembers({ databases }: DeploymentPlan): QuotaUse[] {
  return databases.flatMap(membersOf).flatMap((member): QuotaUse[] => {
    const { region } = member;
    const instances = { quota: quotas.instances, region, keySet: undefined };
    return member.kind === "cluster"
      ? [
          { quota: quotas.clusters, region, keySet: undefined, used: 1 },
          { ...instances, used: member.instanceIdentifiers.length },
        ]
      : [{ ...instances, used: 1 }];
  });
}

function ofBackups({ databases }: DeploymentPlan): QuotaUse[] {
  return databases.flatMap(({ backup }) =>
    backup.replicateTo.map((region) => ({
      quota: quotas.replicatedBackups,
      region,
      keySet: undefined,
      used: 1,
    })),
  );
}
