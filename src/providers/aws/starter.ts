import { asRegionName } from "../../base/names";
import type { StarterData, StarterEngine } from "../../model/starter";
import { partitionOf } from "./lowering-context";

const CLUSTER = { instanceClass: "db.r6g.large", allocatedGiB: undefined };
const INSTANCE = { instanceClass: "db.m6g.large", allocatedGiB: 100 };

const engines: ReadonlyMap<string, StarterEngine> = new Map([
  ["aurora-postgresql", { version: "16.6", ...CLUSTER }],
  ["aurora-mysql", { version: "8.0.mysql_aurora.3.08.2", ...CLUSTER }],
  ["postgres", { version: "16.6", ...INSTANCE }],
  ["mysql", { version: "8.0.40", ...INSTANCE }],
  ["mariadb", { version: "10.11.10", ...INSTANCE }],
]);

const SINGLE_KEY = "00000000-0000-0000-0000-000000000000";
const RELATED_KEY = "mrk-00000000000000000000000000000000";

/** Starter specs for AWS; the engines that need a license are begun from an example. */
export const awsStarter: StarterData = {
  provider: "aws",
  engines,
  owner: { field: "account", words: "the account that all of it is created in" },
  networkLines: () => [],
  regionLines: [
    "    subnetGroupName: private-databases # yours",
    "    securityGroupIds: [sg-00000000000000000] # yours",
  ],
  multiRegionLines: () => [],
  ownMaterialLine: () => "    origin: external # import the material after the first apply",
  existing: { field: "arns", words: "the keys' own ARNs, never those of aliases" },
  placeholders: (region) => {
    const { name: partition } = partitionOf(asRegionName(region));
    const role = (name: string) => (account: string) => `arn:${partition}:iam::${account}:role/${name}`;
    return {
      account: "111122223333",
      otherAccount: "444455556666",
      administrator: role("KeyAdmin"),
      operator: role("DatabaseDeployer"),
      user: role("Application"),
      keyId: (where, account, isRelated) =>
        `arn:${partition}:kms:${where}:${account}:key/${isRelated ? RELATED_KEY : SINGLE_KEY}`,
      rotationPeriodDays: 180,
    };
  },
};
