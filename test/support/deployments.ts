import type { DatabaseConfig, DeploymentStackConfig, KeySetConfig } from "../../src/constructs/index";

/* Options that the tests of the constructs start from. */

/** Two Regions with a network. */
export const WHERE: DeploymentStackConfig = {
  provider: { name: "aws", account: "111122223333" },
  primaryRegion: "us-east-1",
  regions: {
    "us-east-1": { subnetGroupName: "private-databases" },
    "eu-west-1": { subnetGroupName: "private-databases" },
  },
};
/** A key in each Region. */
export const KEY: KeySetConfig = {
  strategy: "single-region",
  policy: {
    administrators: ["arn:aws:iam::111122223333:role/KeyAdmin"],
    operators: ["arn:aws:iam::111122223333:role/DatabaseDeployer"],
  },
};
/** An Aurora cluster, but for its key. */
export const AURORA: Omit<DatabaseConfig, "key"> = {
  engine: "aurora-postgresql",
  engineVersion: "16.6",
  instances: { class: "db.r6g.large" },
};
/** An RDS instance, but for its key. */
export const POSTGRES: Omit<DatabaseConfig, "key"> = {
  engine: "postgres",
  engineVersion: "16.6",
  instances: { class: "db.r6g.large" },
  storage: { allocatedGiB: 100 },
};
