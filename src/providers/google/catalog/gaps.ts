import { gaps, type LanguageGap } from "../../../model/provider-language";

const OF_KEYS = (fields: readonly string[]) =>
  fields.flatMap((field) => [`keys.*.${field}`, `keys.*.overrides.*.${field}`]);

/** Where a spec of another provider has its subnets, and where people write them by mistake. */
const NETWORK_PLACES = ["regions.*", "databases.*", "databases.*.regions.*"];

/** Fields of a database, and the same where people write them for one Region by mistake. */
const OF_DATABASES = (fields: readonly string[]) =>
  fields.flatMap((field) => [`databases.*.${field}`, `databases.*.regions.*.${field}`]);

const providerGaps: readonly LanguageGap[] = [
  ...gaps(["provider.account"], "Google Cloud has projects, not accounts", "write project"),
  ...gaps(
    ["provider.allowedAccountIds"],
    "the provider block names its project, and no other is touched",
    "remove it",
  ),
  ...gaps(["provider.assumeRoleArn"], "it is a role of AWS", "write impersonateServiceAccount"),
  ...gaps(
    ["provider.regionStyle"],
    "every resource of Google Cloud says its own location, with one provider block",
    "remove it",
  ),
  ...gaps(
    NETWORK_PLACES.flatMap((place) =>
      ["subnetIds", "subnetGroupName", "securityGroupIds"].map((field) => `${place}.${field}`),
    ),
    "a VPC of Google Cloud is global",
    "set provider.network, and allocatedIpRange where a Region has a range of its own",
  ),
];

const keyGaps: readonly LanguageGap[] = [
  ...gaps(
    ["keys.*.strategy"],
    "Google Cloud has one kind of key that it keeps itself, its default encryption",
    "write provider-managed",
    ["aws-managed", "aws-owned"],
  ),
  ...gaps(
    OF_KEYS(["alias", "aliases"]),
    "keys of Cloud KMS have no aliases: their full names never change",
    "remove it",
  ),
  ...gaps(OF_KEYS(["grants"]), "Cloud KMS has no grants", "write the members under policy"),
  ...gaps(OF_KEYS(["description"]), "keys of Cloud KMS have no description", "say it with tags"),
  ...gaps(
    OF_KEYS(["enabled"]),
    "the versions of a key are enabled or disabled, not the key",
    "remove it, and disable versions with gcloud when you must",
  ),
  ...gaps(
    ["keys.*.overrides.*.deletionWindowDays"],
    "it is fixed when a key is created, and the same for the key set",
    "write it once, at the key set",
  ),
  ...gaps(OF_KEYS(["usage"]), "the spec of a key, or its purpose, says what it is for", "remove it"),
  ...gaps(["keys.*.origin"], "it is the origin of keys of AWS", "write provider", ["aws"]),
  ...gaps(
    ["keys.*.arns"],
    "keys of Google Cloud have no ARNs",
    "write ids, with projects/<project>/locations/<Region>/keyRings/<ring>/cryptoKeys/<key>",
  ),
  ...gaps(
    ["keys.*.purpose.*"],
    "keys for Cloud Logging are set for a whole project",
    "remove it, and give the log bucket its key where it is managed",
    ["logs"],
  ),
  ...gaps(
    OF_KEYS(["policy.accountRoot"]),
    "IAM policies of the project apply to a key in any case",
    "remove it",
  ),
  ...gaps(
    OF_KEYS(["policy.snapshotAccounts"]),
    "backups of Google's databases cannot be shared with another project",
    "remove it",
  ),
  ...gaps(
    OF_KEYS(["policy.organizationId"]),
    "a key of Cloud KMS has no policy document that could deny",
    "use the organization policy constraints/iam.allowedPolicyMemberDomains",
  ),
  ...gaps(OF_KEYS(["policy.allowedReplicaRegions"]), "keys of Cloud KMS have no replicas", "remove it"),
  ...gaps(
    OF_KEYS(["policy.statements"]),
    "a key of Cloud KMS has no policy document",
    "write members under administrators, operators and users",
  ),
];

const engineGaps: readonly LanguageGap[] = [
  ...gaps(["databases.*.engine"], "Aurora is of AWS", "write alloydb-postgresql", ["aurora-postgresql"]),
  ...gaps(
    ["databases.*.engine"],
    "Aurora is of AWS",
    "write mysql, with topology read-replicas and drReplica",
    ["aurora-mysql"],
  ),
  ...gaps(
    ["databases.*.engine"],
    "Google Cloud does not offer it",
    "choose postgres, mysql, sqlserver-ee or alloydb-postgresql",
    ["mariadb", "oracle-ee", "oracle-ee-cdb", "oracle-se2", "db2-ae", "db2-se"],
  ),
];

const databaseGaps: readonly LanguageGap[] = [
  ...gaps(
    OF_DATABASES(["serverless"]),
    "Cloud SQL and AlloyDB run on machines of a chosen size",
    "write instances.class",
  ),
  ...gaps(OF_DATABASES(["port"]), "Google's databases listen on the engine's own port", "remove it"),
  ...gaps(
    OF_DATABASES(["snapshotCopies"]),
    "a backup keeps the key of its instance, and is not copied",
    "use a read replica or a secondary cluster with the key of its own Region",
  ),
  ...gaps(
    OF_DATABASES(["shareSnapshotsWith"]),
    "backups of Google's databases cannot be shared with another project",
    "export the data instead",
  ),
  ...gaps(
    OF_DATABASES(["writeForwarding"]),
    "secondary clusters of AlloyDB are read-only",
    "send writes to the primary cluster",
  ),
  ...gaps(OF_DATABASES(["backtrackHours"]), "it is a feature of Aurora", "restore to a point in time"),
  ...gaps(
    OF_DATABASES(["adopt"]),
    "a secondary cluster needs its primary cluster in the same deployment",
    "import the primary cluster into Terraform",
  ),
  ...gaps(
    OF_DATABASES(["autoMinorVersionUpgrade"]),
    "Google takes minor versions in the maintenance window in any case",
    "set maintenanceWindow",
  ),
  ...gaps(
    OF_DATABASES(["secretKey"]),
    "Google Cloud does not manage master passwords",
    "remove it: the password comes from an ephemeral variable, or there is none",
  ),
  ...gaps(
    ["databases.*.masterPassword"],
    "Google Cloud does not manage master passwords",
    "write variable, or none and sign in with IAM",
    ["managed"],
  ),
  ...gaps(OF_DATABASES(["licenseModel"]), "the license is part of the price", "remove it"),
  ...gaps(OF_DATABASES(["replicaMode"]), "it is for Oracle and Db2", "remove it"),
  ...gaps(
    ["databases.*.regions.*.headless", "databases.*.headless"],
    "whether a secondary cluster of AlloyDB replicates without an instance is not documented",
    "give it an instance",
  ),
  ...gaps(
    ["databases.*.backup.replicateTo"],
    "backups of Google's databases stay with the key of their Region",
    "use a read replica or a secondary cluster",
  ),
  ...gaps(
    ["databases.*.monitoring.enhancedSeconds"],
    "Cloud Monitoring measures every instance by itself",
    "remove it",
  ),
  ...gaps(
    [
      "databases.*.monitoring.logKey",
      "databases.*.monitoring.logExports",
      "databases.*.monitoring.logRetentionDays",
    ],
    "logs of Google's databases go to Cloud Logging by themselves",
    "remove it, and set keys and retention on the log bucket",
  ),
  ...gaps(
    ["databases.*.monitoring.performanceInsights.key"],
    "the history of queries is encrypted with the database's own key",
    "remove it",
  ),
  ...gaps(
    ["databases.*.monitoring.performanceInsights.retentionDays"],
    "Google decides how long the history of queries is kept",
    "remove it",
  ),
  ...gaps(
    ["databases.*.storage.type"],
    "it is a storage type of AWS",
    "write PD_SSD, PD_HDD or HYPERDISK_BALANCED",
    ["gp2", "gp3", "io1", "io2"],
  ),
  ...gaps(
    ["databases.*.caCertificate"],
    "it is a certificate authority of AWS",
    "write GOOGLE_MANAGED_INTERNAL_CA or GOOGLE_MANAGED_CAS_CA",
    ["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"],
  ),
];

/** What of the language is not for Google Cloud. */
export const googleGaps: readonly LanguageGap[] = [
  ...providerGaps,
  ...keyGaps,
  ...engineGaps,
  ...databaseGaps,
];
