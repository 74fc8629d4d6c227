import { counted } from "../../../base/text";
import type { Topology } from "../../../model/database";
import type { EngineFacts } from "../../../model/engine";
import type { KeyPurpose, KeyStrategy, KeyUsage } from "../../../model/key";
import type { ProviderCatalog } from "../../../model/provider-catalog";
import { KEY_USES } from "../../../model/words";
import { parseKeyIdentifier, parsePrincipal, parseSnapshot } from "./arns";
import { auroraMysql } from "./aurora-mysql";
import { auroraPostgresql } from "./aurora-postgresql";
import { ALPHANUMERIC, type AwsEngine } from "./engine";
import { awsGaps } from "./gaps";
import { classProblem, instanceClasses } from "./instance-classes";
import { keySpecs } from "./key-specs";
import { limits } from "./limits";
import { db2Engines } from "./rds-db2";
import { mariadb, mysql } from "./rds-mysql";
import { oracleEngines } from "./rds-oracle";
import { postgres } from "./rds-postgres";
import { sqlserverEngines } from "./rds-sqlserver";
import { regions } from "./regions";

const ENGINES = [
  ...[auroraMysql, auroraPostgresql, postgres, mysql, mariadb],
  ...[...oracleEngines, ...sqlserverEngines, ...db2Engines],
];

/** The engines of RDS and Aurora, by their `engine` name. */
export const engines: ReadonlyMap<string, AwsEngine> = new Map(
  ENGINES.map((engine) => [engine.name, engine]),
);

const STRATEGIES: ReadonlyMap<string, KeyStrategy> = new Map<string, KeyStrategy>([
  ["single-region", "single-region"],
  ["multi-region", "multi-region"],
  ["aws-managed", "provider-managed"],
  ["aws-owned", "provider-owned"],
  ["provider-managed", "provider-managed"],
  ["existing", "existing"],
]);

const USAGE_OF_PURPOSE: Readonly<Record<KeyPurpose, KeyUsage>> = {
  database: "ENCRYPT_DECRYPT",
  "client-side-encryption": "ENCRYPT_DECRYPT",
  signing: "SIGN_VERIFY",
  mac: "GENERATE_VERIFY_MAC",
  secrets: "ENCRYPT_DECRYPT",
  logs: "ENCRYPT_DECRYPT",
};

/** What the neutral stages may know of AWS. */
export const awsCatalog: ProviderCatalog = {
  title: "AWS",
  gaps: awsGaps,
  requiredFields: [],
  capabilities: {
    multiRegionKeys: "replicas",
    keyAliases: true,
    materialVariable: true,
    keyUses: KEY_USES,
    network: "subnet-groups",
  },
  words: {
    key: "the ARN of a key",
    keyForm: "arn:<partition>:kms:<Region>:<account>:key/<id>",
    principal: "the ARN of an IAM role, user or account root",
    principalForm: "arn:<partition>:iam::<account>:role/<name>",
    standby: "Multi-AZ",
    instances: (count) => counted(count, "instance"),
    instanceClass: { cluster: "db.r6i.large", instance: "db.r6i.large" },
  },
  regions,
  // All of them are known.
  mayBeRegion: () => false,
  engines,
  limits,
  defaults: {
    rotationPeriodDays: 365,
    deletionWindowDays: 30,
    backupRetentionDays: 14,
    insightsRetentionDays: 7,
    enhancedMonitoringSeconds: 60,
    logRetentionDays: 365,
    clusterInstances: 2,
    masterUsername: "dbadmin",
    keySpec: "SYMMETRIC_DEFAULT",
    keyProtection: "hsm",
    storageType: "gp3",
    caCertificate: "rds-ca-rsa2048-g1",
  },
  strategies: STRATEGIES,
  keySpecs,
  keySpecWords: new Map([["symmetric", "SYMMETRIC_DEFAULT"]]),
  keyLocations: new Set(),
  usageOfPurpose: (purpose) => USAGE_OF_PURPOSE[purpose],
  directUsePurposes: ["client-side-encryption", "signing", "mac"],
  servicePurposes: ["database", "secrets", "logs"],
  passwordSources: (engine, topology) =>
    allowsManagedPassword(engine, topology) ? ["managed", "variable"] : ["variable"],
  instanceClassProblem: (instanceClass, topology, { name }) => {
    const engine = engines.get(name);
    return engine && classProblem(instanceClass, topology, engine);
  },
  instanceClasses,
  parseKeyIdentifier,
  parsePrincipal,
  parseSnapshot,
  isReservedAlias: (alias) => alias === "aws" || alias.startsWith("aws/"),
  identifier: {
    isValid: (text) => /^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(text) && !text.includes("--"),
    form: "a lower-case letter, then lower-case letters, digits and single `-`, not ending in `-`",
  },
  masterUsername: ALPHANUMERIC,
};

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html */
function allowsManagedPassword({ replicas }: EngineFacts, topology: Topology): boolean {
  if (topology === "read-replicas") return replicas?.allowsManagedPassword === true;
  return topology === "single-region";
}
