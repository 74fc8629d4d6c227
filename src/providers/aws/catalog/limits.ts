import type { ProviderLimits } from "../../../model/provider-catalog";

const KMS = "https://docs.aws.amazon.com/kms/latest/APIReference";
const KMS_GUIDE = "https://docs.aws.amazon.com/kms/latest/developerguide";
const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const AURORA = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
const LOGS = "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference";

/** Multiples of 31 days that Performance Insights keeps, beside 7 and 731 days. */
const INSIGHTS_MONTHS = Array.from({ length: 23 }, (_, index) => (index + 1) * 31);

/** Every number that AWS sets and a rule or a message uses: written here and nowhere else. */
export const limits = {
  rotationPeriodDays: { minimum: 90, maximum: 2560, source: `${KMS}/API_EnableKeyRotation.html` },
  deletionWindowDays: { minimum: 7, maximum: 30, source: `${KMS}/API_ScheduleKeyDeletion.html` },
  keyDescriptionLength: { maximum: 8192, source: `${KMS}/API_CreateKey.html` },
  // 256 characters with the prefix "alias/".
  aliasLength: { maximum: 250, source: `${KMS}/API_CreateAlias.html` },
  aliasesPerKey: { maximum: 50, source: `${KMS_GUIDE}/resource-limits.html` },
  grantContextValueLength: { maximum: 384, source: `${KMS}/API_CreateGrant.html` },
  grantContextPairs: { maximum: 8, source: `${KMS}/API_GrantConstraints.html` },
  identifierLength: { maximum: 63, source: `${RDS}/API_CreateDBCluster.html` },
  backupRetentionDays: {
    cluster: { minimum: 1, maximum: 35, source: `${RDS}/API_CreateDBCluster.html` },
    instance: { minimum: 0, maximum: 35, source: `${RDS}/API_CreateDBInstance.html` },
  },
  secondaryRegions: {
    minimum: 1,
    maximum: 10,
    source: `${AURORA}/aurora-global-database.configuration.requirements.html`,
  },
  secondaryInstances: {
    maximum: 16,
    source: `${AURORA}/aurora-global-database.configuration.requirements.html`,
  },
  // One writer and 15 − s readers beside s secondary clusters.
  primaryInstancesAndSecondaries: {
    maximum: 16,
    source: `${AURORA}/aurora-global-database.configuration.requirements.html`,
  },
  clusterInstances: { maximum: 16, source: `${AURORA}/Aurora.Replication.html` },
  serverlessCapacity: {
    minimum: 0,
    maximum: 256,
    step: 0.5,
    leastMaximum: 1,
    globalPrimaryMinimum: 8,
    source: `${AURORA}/aurora-serverless-v2.setting-capacity.html`,
  },
  backtrackHours: { minimum: 0, maximum: 72, source: `${AURORA}/AuroraMySQL.Managing.Backtrack.html` },
  insightsRetentionDays: {
    values: [7, ...INSIGHTS_MONTHS, 731],
    source: `${RDS}/API_CreateDBInstance.html`,
  },
  enhancedMonitoringSeconds: {
    values: [0, 1, 5, 10, 15, 30, 60],
    source: `${RDS}/API_CreateDBInstance.html`,
  },
  logRetentionDays: {
    values: [
      ...[1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545],
      ...[731, 1096, 1827, 2192, 2557, 2922, 3288, 3653],
    ],
    source: `${LOGS}/API_PutRetentionPolicy.html`,
  },
  storageGrowth: {
    minimumPercent: 10,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html",
  },
  port: { minimum: 1150, maximum: 65_535, source: `${RDS}/API_CreateDBCluster.html` },
  windowMinutes: { minimum: 30, maximum: 1440, source: `${RDS}/API_CreateDBInstance.html` },
  replicatedBackupsPerRegion: {
    maximum: 20,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html",
  },
} satisfies ProviderLimits;
