// Generated from the schema of the language by `npm run schema`.
import type { IKeySet } from "./key-set-reference";

/** Where a deployment runs, and how its root modules are made. */
export interface DeploymentStackConfig {
  /** The provider and what is common to everything it creates. */
  readonly provider: ProviderOptions;
  /** Settings of the generated root modules. */
  readonly terraform?: TerraformOptions;
  /** The Region of multi-Region primary keys and primary clusters; one of `regions`. */
  readonly primaryRegion: string;
  /** The Regions of the deployment. */
  readonly regions: readonly string[] | Readonly<Record<string, null | RegionOptions>>;
  /**
   * Warnings that this deployment accepts.
   *
   * @default []
   */
  readonly accept?: readonly AcceptedWarning[];
}

/** The provider and what is common to everything it creates. */
export interface ProviderOptions {
  /** The provider that the deployment runs on. `aws`: Amazon Web Services. `google`: Google Cloud. */
  readonly name: "aws" | "google";
  /**
   * The account that owns what is created. Without it the output reads the caller's account through a
   * data source. Only on AWS.
   */
  readonly account?: string;
  /**
   * How a resource says its Region. `alias`: one provider block for each Region; works with provider
   * 5.100 and 6. `argument`: one provider block, and a `region` argument on every resource; provider 6
   * only. Only on AWS.
   *
   * @default "alias"
   */
  readonly regionStyle?: "alias" | "argument";
  /** ARN of the IAM role that Terraform assumes to deploy. Only on AWS. */
  readonly assumeRoleArn?: string;
  /** Terraform refuses to run in any other account. Default: `[account]` when it is given. Only on AWS. */
  readonly allowedAccountIds?: readonly string[];
  /** The project that owns what is created. Only on Google Cloud, where it is required. */
  readonly project?: string;
  /**
   * The project's number, which service agents are named by. Without it the output reads it through a
   * data source. Only on Google Cloud.
   */
  readonly projectNumber?: string;
  /**
   * The project that keys are created in, where that is another one. Default: `project`. Only on Google
   * Cloud.
   */
  readonly keyProject?: string;
  /** E-mail address of the service account that Terraform acts as. Only on Google Cloud. */
  readonly impersonateServiceAccount?: string;
  /**
   * The service agents of the databases, which use the keys. `existing`: they have been created by
   * gcloud, as the emitted README says. `create`: Terraform creates them, which needs the providers
   * google-beta and time. Only on Google Cloud.
   *
   * @default "existing"
   */
  readonly serviceAgents?: "existing" | "create";
  /**
   * The key rings that hold the keys: one in each location. A key ring can never be deleted by
   * Terraform. Only on Google Cloud.
   */
  readonly keyRing?: KeyRingOptions;
  /** The network of the databases. A VPC is global: it is one for all Regions. Only on Google Cloud. */
  readonly network?: NetworkOptions;
  /**
   * Version constraint of the Terraform provider. Default on AWS: `>= 5.100.0, < 7.0.0`, with
   * regionStyle `argument` `>= 6.0.0, < 7.0.0`; on Google Cloud: `>= 7.20.0, < 8.0.0`.
   */
  readonly version?: string;
  /**
   * Default tags of every resource; on Google Cloud its labels.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * The key rings that hold the keys: one in each location. A key ring can never be deleted by
 * Terraform. Only on Google Cloud.
 */
export interface KeyRingOptions {
  /** Name of the key ring in every location. Default: the deployment's name. */
  readonly name?: string;
  /**
   * The key rings stand already, and are read instead of created.
   *
   * @default false
   */
  readonly existing?: boolean;
}

/** The network of the databases. A VPC is global: it is one for all Regions. Only on Google Cloud. */
export interface NetworkOptions {
  /** The VPC of every database; private services access must be set up in it. */
  readonly vpc: string;
  /** Name of the allocated range that addresses are taken from. Default: any range of the peering. */
  readonly allocatedIpRange?: string;
}

/** Settings of the generated root modules. */
export interface TerraformOptions {
  /** Version constraint of Terraform itself. Write-only arguments need 1.11. Default: `>= 1.11.0`. */
  readonly requiredVersion?: string;
  /**
   * How the deployment is cut into root modules. `single`: one. `layered`: keys, then databases.
   * `regional`: keys of each Region, what is global, databases of each Region.
   *
   * @default "single"
   */
  readonly layout?: "single" | "layered" | "regional";
  /** Where Terraform keeps its state: exactly one kind. Default: a local file beside the root module. */
  readonly backend?: BackendOptions;
}

/** Where Terraform keeps its state: exactly one kind. Default: a local file beside the root module. */
export interface BackendOptions {
  /** State in a local file. */
  readonly local?: LocalBackendOptions;
  /** State in an S3 bucket, always encrypted. */
  readonly s3?: S3BackendOptions;
  /** State in a bucket of Cloud Storage. Only on Google Cloud. */
  readonly gcs?: GcsOptions;
  /** State in HCP Terraform or Terraform Enterprise. */
  readonly remote?: RemoteBackendOptions;
}

/** State in a local file. */
export interface LocalBackendOptions {
  /**
   * Path of the state file, relative to the root module.
   *
   * @default "terraform.tfstate"
   */
  readonly path?: string;
}

/** State in an S3 bucket, always encrypted. */
export interface S3BackendOptions {
  /** The bucket that holds the state. */
  readonly bucket: string;
  /** The Region of the bucket. */
  readonly region: string;
  /** State is kept at `<keyPrefix>/<stack>.tfstate`. */
  readonly keyPrefix: string;
  /** KMS key that encrypts the state. */
  readonly kmsKeyId?: string;
  /**
   * Lock the state with a file in the bucket.
   *
   * @default true
   */
  readonly useLockfile?: boolean;
}

/** State in a bucket of Cloud Storage. Only on Google Cloud. */
export interface GcsOptions {
  /** The bucket that holds the state. */
  readonly bucket: string;
  /** State is kept at `<prefix>/<stack>/default.tfstate`. */
  readonly prefix: string;
  /** Cloud KMS key that encrypts the state, by its full name. */
  readonly kmsKey?: string;
}

/** State in HCP Terraform or Terraform Enterprise. */
export interface RemoteBackendOptions {
  /** Organization in HCP Terraform. */
  readonly organization: string;
  /** State is kept in the workspace `<workspacePrefix><stack>`. */
  readonly workspacePrefix: string;
  /** Host of Terraform Enterprise. Default: HCP Terraform. */
  readonly hostname?: string;
}

/** Network of the Region's databases. */
export interface RegionOptions {
  /** Subnets of the databases there: emits one subnet group, shared by all of them. Only on AWS. */
  readonly subnetIds?: readonly string[];
  /** An existing subnet group, instead of `subnetIds`. Only on AWS. */
  readonly subnetGroupName?: string;
  /** Security groups of the databases there. Only on AWS. */
  readonly securityGroupIds?: readonly string[];
  /**
   * Name of the allocated range that addresses of the databases there are taken from. Default: that of
   * `provider.network`. Only on Google Cloud.
   */
  readonly allocatedIpRange?: string;
}

/** A warning that is accepted, and why. */
export interface AcceptedWarning {
  /** Code of the warning. */
  readonly code: string;
  /** Why the warning is accepted here. */
  readonly reason: string;
}

/** A key set: the keys that serve one use, one in each of its Regions. */
export interface KeySetConfig {
  /**
   * `single-region`: an independent customer managed key in each Region. `multi-region`: on AWS a
   * primary key in primaryRegion and a replica key in every other Region; on Google Cloud one key in a
   * multi-region `location`. `aws-managed`: the key that AWS keeps in the account for the service.
   * `aws-owned`: a key that AWS keeps for itself (Aurora with topology single-region).
   * `provider-managed`: the same as aws-managed on AWS; on Google Cloud its default encryption.
   * `existing`: keys that stand already, by their identifiers. Only on AWS: `aws-managed` and
   * `aws-owned`.
   */
  readonly strategy: "single-region" | "multi-region" | "aws-managed" | "aws-owned" | "provider-managed" | "existing";
  /**
   * Strategy `multi-region`: the multi-region location that the one key is in, such as `us` or `europe`.
   * No database can use it. Only on Google Cloud.
   */
  readonly location?: string;
  /**
   * What the keys are for; decides the statements of the key policies and the advice.
   *
   * @default ["database"]
   */
  readonly purpose?: readonly ("database" | "client-side-encryption" | "signing" | "mac" | "secrets" | "logs")[];
  /** The Regions that get a key. Default: all Regions of the deployment. */
  readonly regions?: readonly string[];
  /**
   * Key spec, in the provider's words; databases, secrets and logs need `symmetric`, which is the
   * default and every provider's word for `SYMMETRIC_DEFAULT`.
   *
   * @default "symmetric"
   */
  readonly spec?: string;
  /**
   * Key usage. Default: the only one that the spec has, else the one that the purpose asks for. Only on
   * AWS.
   */
  readonly usage?: "ENCRYPT_DECRYPT" | "SIGN_VERIFY" | "GENERATE_VERIFY_MAC" | "KEY_AGREEMENT";
  /**
   * `provider`: the provider makes the key material. `aws`: the same, on AWS. `external`: key material
   * that is imported; it never stands in the spec, and is not rotated. Only on AWS: `aws`.
   *
   * @default "provider"
   */
  readonly origin?: "provider" | "aws" | "external";
  /**
   * Where the key is kept. `software`: in software. `hsm`: in hardware security modules, as every key of
   * AWS is. `external`: in a key manager outside, over the internet. `external-vpc`: in a key manager
   * outside, over a VPC. Only on Google Cloud: `software`, `external` and `external-vpc`. Default on
   * AWS: `hsm`; on Google Cloud: `software`.
   */
  readonly protection?: "software" | "hsm" | "external" | "external-vpc";
  /** Protection `external-vpc`: Region → EKM connection of the key there. Only on Google Cloud. */
  readonly ekmConnections?: Readonly<Record<string, string>>;
  /** Description of the key. Default: derived. Only on AWS. */
  readonly description?: string;
  /**
   * Alias of the key in every Region, without the prefix `alias/`. Default: `<spec name>/<key name>`.
   * Only on AWS.
   */
  readonly alias?: string;
  /**
   * Further aliases. Only on AWS.
   *
   * @default []
   */
  readonly aliases?: readonly string[];
  /**
   * Whether the key may be used. Not while a database uses it. Only on AWS.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Days between scheduling the deletion of the key and losing it (AWS: 7 to 30; Google Cloud: 1 to
   * 120).
   *
   * @default 30
   */
  readonly deletionWindowDays?: number;
  /** Who may do what. Written for each Region's key separately, with least privilege. */
  readonly policy?: PolicyOptions;
  /**
   * KMS grants. Only on AWS.
   *
   * @default []
   */
  readonly grants?: readonly GrantOptions[];
  /**
   * Tags of the keys, beside the default tags.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Automatic rotation of the key material: symmetric keys of origin `provider`. Replica keys share
   * their primary key's. Default on AWS: `{"periodDays":365}`; on Google Cloud: `{"periodDays":90}`.
   */
  readonly rotation?: RotationOptions | false;
  /**
   * Keep Terraform from ever destroying the keys (`prevent_destroy`).
   *
   * @default true
   */
  readonly protect?: boolean;
  /**
   * Former name, or former names, the oldest first: Terraform moves what stands to its new address
   * instead of replacing it. Alias, description and input variables stay as under the oldest of them,
   * unless written. Keep it for good.
   */
  readonly renamedFrom?: string | readonly string[];
  /** Region → the independent properties of that Region's key, where they differ. */
  readonly overrides?: Readonly<Record<string, null | OverrideOptions>>;
  /** Strategy `existing`: Region → ARN of the key there. Another account's key is allowed. Only on AWS. */
  readonly arns?: Readonly<Record<string, string>>;
  /** The same as `arns`, under a name that does not depend on the provider. */
  readonly ids?: Readonly<Record<string, string>>;
}

/** Who may do what. Written for each Region's key separately, with least privilege. */
export interface PolicyOptions {
  /**
   * Lets IAM policies of the account grant access to the key. Only on AWS.
   *
   * @default true
   */
  readonly accountRoot?: boolean;
  /**
   * Manage the key: policy, rotation, aliases, deletion. No cryptographic use.
   *
   * @default []
   */
  readonly administrators?: readonly string[];
  /**
   * Create and run databases with the key: use through the service, and grants for it.
   *
   * @default []
   */
  readonly operators?: readonly string[];
  /**
   * Use the key directly. Needs the purpose client-side-encryption, signing or mac.
   *
   * @default []
   */
  readonly users?: readonly string[];
  /**
   * Accounts that may use snapshots shared with them. Only on AWS.
   *
   * @default []
   */
  readonly snapshotAccounts?: readonly string[];
  /** Denies everyone outside this organization. Only on AWS. */
  readonly organizationId?: string;
  /**
   * Strategy `multi-region`: Regions that the key may be replicated to; denied elsewhere. Default: the
   * key set's Regions. Only on AWS.
   */
  readonly allowedReplicaRegions?: readonly string[];
  /**
   * Raw statements, appended to the generated ones. Only on AWS.
   *
   * @default []
   */
  readonly statements?: readonly StatementOptions[];
}

/** A raw statement, appended to the generated ones. */
export interface StatementOptions {
  /** Name of the statement. */
  readonly Sid?: string;
  /** What the statement does. */
  readonly Effect: "Allow" | "Deny";
  /** Who the statement is about. */
  readonly Principal?: string | PrincipalOptions;
  /** Who the statement is about. */
  readonly NotPrincipal?: string | PrincipalOptions;
  /** KMS actions. */
  readonly Action?: string | readonly string[];
  /** All actions but these. */
  readonly NotAction?: string | readonly string[];
  /** `*`: the key that the policy belongs to. */
  readonly Resource?: string | readonly string[];
  /** Operator → condition key → value. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | boolean | number | readonly (string | number | boolean)[]>>>>;
}

/** Principals by kind. */
export interface PrincipalOptions {
  /** IAM principals or account ids. */
  readonly AWS?: string | readonly string[];
  /** Service principals. */
  readonly Service?: string | readonly string[];
  /** Federated principals. */
  readonly Federated?: string | readonly string[];
  /** Canonical user ids. */
  readonly CanonicalUser?: string | readonly string[];
}

/** A KMS grant, given on each Region's key separately. */
export interface GrantOptions {
  /** Name of the grant. */
  readonly name: string;
  /** IAM principal ARN that gets the permissions. */
  readonly grantee: string;
  /** What the grantee may do; operations that the key's spec has. */
  readonly operations: readonly string[];
  /** IAM principal ARN that may retire the grant. */
  readonly retiringPrincipal?: string;
  /** The grant holds only for this encryption context: exactly, or at least. */
  readonly encryptionContext?: EncryptionContextOptions;
  /** Regions in which the grant is given. Default: all of the key set. */
  readonly regions?: readonly string[];
}

/** The grant holds only for this encryption context: exactly, or at least. */
export interface EncryptionContextOptions {
  /** Encryption context: name → value. */
  readonly equals?: Readonly<Record<string, string>>;
  /** Encryption context: name → value. */
  readonly subset?: Readonly<Record<string, string>>;
}

/** Automatic rotation. */
export interface RotationOptions {
  /**
   * Days between rotations (AWS: 90 to 2560; Google Cloud: 1 to 36500). Default on AWS: `365`; on Google
   * Cloud: `90`.
   */
  readonly periodDays?: number;
}

/** The properties that each Region's key has of its own. */
export interface OverrideOptions {
  /** Description of the key. Default: derived. Only on AWS. */
  readonly description?: string;
  /**
   * Alias of the key in every Region, without the prefix `alias/`. Default: `<spec name>/<key name>`.
   * Only on AWS.
   */
  readonly alias?: string;
  /**
   * Further aliases. Only on AWS.
   *
   * @default []
   */
  readonly aliases?: readonly string[];
  /**
   * Whether the key may be used. Not while a database uses it. Only on AWS.
   *
   * @default true
   */
  readonly enabled?: boolean;
  /**
   * Days between scheduling the deletion of the key and losing it (AWS: 7 to 30; Google Cloud: 1 to
   * 120). Only on AWS.
   */
  readonly deletionWindowDays?: number;
  /** Who may do what. Written for each Region's key separately, with least privilege. */
  readonly policy?: PolicyOptions;
  /**
   * KMS grants. Only on AWS.
   *
   * @default []
   */
  readonly grants?: readonly GrantOptions[];
  /**
   * Tags of the keys, beside the default tags.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** A database and the Regions it spans. */
export interface DatabaseConfig {
  /**
   * The database engine. Only on AWS: `aurora-postgresql`, `aurora-mysql`, `mariadb`, `oracle-ee`,
   * `oracle-ee-cdb`, `oracle-se2`, `db2-ae` and `db2-se`. Only on Google Cloud: `sqlserver-ex` and
   * `alloydb-postgresql`.
   */
  readonly engine: "aurora-postgresql" | "aurora-mysql" | "postgres" | "mysql" | "mariadb" | "oracle-ee" | "oracle-ee-cdb" | "oracle-se2" | "sqlserver-ee" | "sqlserver-se" | "sqlserver-web" | "sqlserver-ex" | "db2-ae" | "db2-se" | "alloydb-postgresql";
  /** Version of the engine, in quotes. */
  readonly engineVersion: string;
  /** License model, where the engine has one. Default: the engine's usual. Only on AWS. */
  readonly licenseModel?: "license-included" | "bring-your-own-license" | "marketplace-license";
  /** Character set (Oracle) or collation (SQL Server). */
  readonly characterSet?: string;
  /** Time zone (SQL Server, Db2). */
  readonly timeZone?: string;
  /**
   * Edition of Cloud SQL. `enterprise`: every machine but the optimized ones. `enterprise-plus`:
   * optimized machines, and disaster recovery with `drReplica`. Default: what the instance class belongs
   * to. Only on Google Cloud.
   */
  readonly edition?: "enterprise" | "enterprise-plus";
  /** Mode of read replicas (Oracle, Db2). Only on AWS. */
  readonly replicaMode?: "open-read-only" | "mounted";
  /** Key set that encrypts the database: in each Region the key of that Region. */
  readonly key: IKeySet;
  /**
   * The Regions the database runs in, beside primaryRegion, with what differs there. Default: all
   * Regions of the deployment; single-region: primaryRegion.
   */
  readonly regions?: Readonly<Record<string, null | DatabaseRegionOptions>>;
  /**
   * Former name, or former names, the oldest first: Terraform moves what stands to its new address
   * instead of replacing it. Identifiers and input variables stay as under the oldest of them, unless
   * written. Keep it for good.
   */
  readonly renamedFrom?: string | readonly string[];
  /**
   * Name of the global cluster; members append `-<Region>`, instances further `-<n>`, read replicas
   * `-replica-<n>`. Default: `<spec name>-<database>`.
   */
  readonly identifier?: string;
  /** Database that is created with the primary member. Default: none. */
  readonly databaseName?: string;
  /**
   * Name of the master user.
   *
   * @default "dbadmin"
   */
  readonly masterUsername?: string;
  /**
   * `managed`: kept by AWS in Secrets Manager. `variable`: an ephemeral input variable, never in state.
   * `none`: Google Cloud: no master user; people and services sign in with IAM. Default: on AWS managed
   * where it allows it, else variable; on Google Cloud variable for Cloud SQL, none for AlloyDB. Only on
   * AWS: `managed`. Only on Google Cloud: `none`.
   */
  readonly masterPassword?: "managed" | "variable" | "none";
  /**
   * Key set, with purpose `secrets`, that encrypts the managed master secret. Default: AWS's own. Only
   * on AWS.
   */
  readonly secretKey?: IKeySet;
  /** Port of every member. Default: the engine's standard port. Only on AWS. */
  readonly port?: number;
  /**
   * The instances of a cluster, or the class of an instance that is in none. A Region inherits what it
   * does not say.
   */
  readonly instances?: InstancesOptions;
  /** Aurora Serverless v2, instead of an instance class. Only on AWS. */
  readonly serverless?: ServerlessOptions;
  /** Storage of an instance that is in no cluster. */
  readonly storage?: StorageOptions;
  /**
   * A standby in a second zone; not for clusters of Aurora, which have instances there.
   *
   * @default true
   */
  readonly multiAz?: boolean;
  /**
   * Topology read-replicas: read replicas in each secondary Region; none in the primary Region.
   *
   * @default 1
   */
  readonly replicas?: number;
  /**
   * Topology read-replicas: the Region whose first read replica takes over when primaryRegion is lost.
   * Edition enterprise-plus only. Only on Google Cloud.
   */
  readonly drReplica?: string;
  /** Parameters of the engine, added to the engine's safe set or replacing parts of it. */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  /** Automated backups, and the final snapshot. */
  readonly backup?: BackupOptions;
  /**
   * Snapshots that are copied to other Regions. Only on AWS.
   *
   * @default []
   */
  readonly snapshotCopies?: readonly SnapshotCopyOptions[];
  /**
   * Accounts that snapshots are shared with: opens the key policy for them. Only on AWS.
   *
   * @default []
   */
  readonly shareSnapshotsWith?: readonly string[];
  /** Weekly window in UTC. Default: the provider chooses. */
  readonly maintenanceWindow?: string;
  /**
   * Take minor versions in the maintenance window. Only on AWS.
   *
   * @default true
   */
  readonly autoMinorVersionUpgrade?: boolean;
  /**
   * Certificate authority of the instances. Only on AWS: `rds-ca-rsa2048-g1`, `rds-ca-rsa4096-g1` and
   * `rds-ca-ecc384-g1`. Only on Google Cloud: `GOOGLE_MANAGED_INTERNAL_CA` and `GOOGLE_MANAGED_CAS_CA`.
   * Default on AWS: `rds-ca-rsa2048-g1`; on Google Cloud: `GOOGLE_MANAGED_INTERNAL_CA`.
   */
  readonly caCertificate?: "rds-ca-rsa2048-g1" | "rds-ca-rsa4096-g1" | "rds-ca-ecc384-g1" | "GOOGLE_MANAGED_INTERNAL_CA" | "GOOGLE_MANAGED_CAS_CA";
  /**
   * `encrypted`: every connection is encrypted. `client-certificate`: Cloud SQL for PostgreSQL and
   * MySQL: clients also show a certificate. Only on Google Cloud: `client-certificate`.
   *
   * @default "encrypted"
   */
  readonly tls?: "encrypted" | "client-certificate";
  /** Monitoring; on unless switched off. */
  readonly monitoring?: MonitoringOptions;
  /** Sign in with IAM. Default: true where the engine has it. */
  readonly iamAuthentication?: boolean;
  /**
   * The provider refuses to delete the database.
   *
   * @default true
   */
  readonly deletionProtection?: boolean;
  /**
   * Keep Terraform from ever destroying what holds data (`prevent_destroy`).
   *
   * @default true
   */
  readonly protect?: boolean;
  /**
   * Global database: secondary clusters forward writes. Only on AWS.
   *
   * @default false
   */
  readonly writeForwarding?: boolean;
  /**
   * aurora-mysql with topology single-region: hours that the cluster can be taken back. Only on AWS.
   *
   * @default 0
   */
  readonly backtrackHours?: number;
  /**
   * Build the global database around an existing cluster in primaryRegion, which stays where it is
   * managed. Only on AWS.
   */
  readonly adopt?: AdoptOptions;
  /**
   * Tags of the database's resources, beside the default tags.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/** What differs in this Region. */
export interface DatabaseRegionOptions {
  /**
   * The instances of a cluster, or the class of an instance that is in none. A Region inherits what it
   * does not say.
   */
  readonly instances?: InstancesOptions;
  /** Topology read-replicas: read replicas in this Region. */
  readonly replicas?: number;
  /**
   * Global database: a secondary cluster without an instance, until one is needed. Only on AWS.
   *
   * @default false
   */
  readonly headless?: boolean;
  /** Key set that encrypts the database in this Region. */
  readonly key?: IKeySet;
  /** Parameters of the engine, added to the engine's safe set or replacing parts of it. */
  readonly parameters?: Readonly<Record<string, string | number | boolean>>;
  /** A standby in a second zone, here. */
  readonly multiAz?: boolean;
  /**
   * Tags of the database's resources in this Region.
   *
   * @default {}
   */
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * The instances of a cluster, or the class of an instance that is in none. A Region inherits what it
 * does not say.
 */
export interface InstancesOptions {
  /** Instance class. */
  readonly class?: string;
  /** Clusters: a writer and readers. Others: 1. Default: Aurora 2, all others 1. */
  readonly count?: number;
}

/** Aurora Serverless v2, instead of an instance class. Only on AWS. */
export interface ServerlessOptions {
  /** Least capacity in ACU. */
  readonly minCapacity: number;
  /** Greatest capacity in ACU. */
  readonly maxCapacity: number;
}

/** Storage of an instance that is in no cluster. */
export interface StorageOptions {
  /** Storage that is allocated, in GiB. */
  readonly allocatedGiB: number;
  /** Storage grows by itself up to this, in GiB. */
  readonly maxAllocatedGiB?: number;
  /**
   * Storage type. Only on AWS: `gp2`, `gp3`, `io1` and `io2`. Only on Google Cloud: `PD_SSD`, `PD_HDD`
   * and `HYPERDISK_BALANCED`. Default on AWS: `gp3`; on Google Cloud: `PD_SSD`.
   */
  readonly type?: "gp2" | "gp3" | "io1" | "io2" | "PD_SSD" | "PD_HDD" | "HYPERDISK_BALANCED";
  /** Provisioned IOPS: io1, io2, gp3 or HYPERDISK_BALANCED. */
  readonly iops?: number;
  /** Provisioned throughput in MiB/s: gp3 or HYPERDISK_BALANCED. */
  readonly throughput?: number;
}

/** Automated backups, and the final snapshot. */
export interface BackupOptions {
  /**
   * Days that automated backups are kept (AWS: up to 35; Cloud SQL: up to 365).
   *
   * @default 14
   */
  readonly retentionDays?: number;
  /** Daily window in UTC. Default: the provider chooses. */
  readonly window?: string;
  /**
   * Take a snapshot before the database is deleted.
   *
   * @default true
   */
  readonly finalSnapshot?: boolean;
  /**
   * RDS: Regions that automated backups are replicated to, encrypted with that Region's key. Only on
   * AWS.
   */
  readonly replicateTo?: readonly string[];
}

/** A snapshot that is copied to a Region, encrypted with that Region's key. */
export interface SnapshotCopyOptions {
  /** Identifier of a snapshot in the database's first Region, or the ARN of one. */
  readonly snapshot: string;
  /** The Region of the deployment that it is copied to. */
  readonly toRegion: string;
  /** Key set that encrypts the copy, with that Region's key. Default: the database's. */
  readonly key?: IKeySet;
}

/** Monitoring; on unless switched off. */
export interface MonitoringOptions {
  /**
   * Interval of Enhanced Monitoring in seconds; 0 switches it off. Only on AWS.
   *
   * @default 60
   */
  readonly enhancedSeconds?: number;
  /**
   * Performance Insights of every instance, where engine and class have it. Default on AWS:
   * `{"retentionDays":7}`.
   */
  readonly performanceInsights?: PerformanceInsightsOptions | false;
  /** Logs sent to CloudWatch Logs. Default: the engine's full safe set. Only on AWS. */
  readonly logExports?: readonly string[];
  /**
   * Days that the logs are kept. Only on AWS.
   *
   * @default 365
   */
  readonly logRetentionDays?: number;
  /** Key set, with purpose `logs`, that encrypts the logs. Default: the database's own. Only on AWS. */
  readonly logKey?: IKeySet;
}

/** Performance Insights. */
export interface PerformanceInsightsOptions {
  /** Key set that encrypts Performance Insights. Default: the database's own. Only on AWS. */
  readonly key?: IKeySet;
  /**
   * Days of history: 7, 731 or a multiple of 31. Only on AWS.
   *
   * @default 7
   */
  readonly retentionDays?: number;
}

/**
 * Build the global database around an existing cluster in primaryRegion, which stays where it is
 * managed. Only on AWS.
 */
export interface AdoptOptions {
  /** Identifier of the existing cluster in primaryRegion. */
  readonly clusterIdentifier: string;
}
