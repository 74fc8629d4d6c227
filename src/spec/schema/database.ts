import { Type, type Static } from "@sinclair/typebox";
import {
  backupSchema,
  instancesSchema,
  keySetName,
  monitoringSchema,
  parametersSchema,
  serverlessSchema,
  snapshotCopySchema,
  storageSchema,
} from "./database-parts";
import { byRegion, choice, fields, region } from "./helpers";
import { accountId } from "./key-policy";
import { renamedFromSchema } from "./names";
import { MASTER_PASSWORDS } from "../master-passwords";
import { tagsSchema } from "./tags";

const ENGINES = [
  ...(["aurora-postgresql", "aurora-mysql", "postgres", "mysql", "mariadb"] as const),
  ...(["oracle-ee", "oracle-ee-cdb", "oracle-se2"] as const),
  ...(["sqlserver-ee", "sqlserver-se", "sqlserver-web", "sqlserver-ex", "db2-ae", "db2-se"] as const),
  ...(["alloydb-postgresql"] as const),
];

const memberSchema = Type.Union(
  [
    Type.Null(),
    fields(
      {
        instances: Type.Optional(instancesSchema),
        replicas: Type.Optional(
          Type.Integer({ minimum: 0, description: "Topology read-replicas: read replicas in this Region." }),
        ),
        headless: Type.Optional(
          Type.Boolean({
            description: "Global database: a secondary cluster without an instance, until one is needed.",
            default: false,
          }),
        ),
        key: Type.Optional(keySetName("Key set that encrypts the database in this Region.")),
        parameters: Type.Optional(parametersSchema),
        multiAz: Type.Optional(Type.Boolean({ description: "A standby in a second zone, here." })),
        tags: Type.Optional(tagsSchema("Tags of the database's resources in this Region.")),
      },
      { description: "What differs in this Region." },
    ),
  ],
  { description: "Settings of the database in one Region; empty: as everywhere." },
);

const engineFields = {
  engine: choice(ENGINES, { description: "The database engine." }),
  engineVersion: Type.String({
    minLength: 1,
    description: "Version of the engine, in quotes.",
    examples: ["16.6", "8.0.mysql_aurora.3.08.2"],
  }),
  licenseModel: Type.Optional(
    choice(["license-included", "bring-your-own-license", "marketplace-license"], {
      description: "License model, where the engine has one. Default: the engine's usual.",
    }),
  ),
  characterSet: Type.Optional(
    Type.String({ minLength: 1, description: "Character set (Oracle) or collation (SQL Server)." }),
  ),
  timeZone: Type.Optional(Type.String({ minLength: 1, description: "Time zone (SQL Server, Db2)." })),
  edition: Type.Optional(
    choice(["enterprise", "enterprise-plus"], {
      description:
        "Edition of Cloud SQL. `enterprise`: every machine but the optimized ones. `enterprise-plus`: optimized machines, and disaster recovery with `drReplica`. Default: what the instance class belongs to.",
    }),
  ),
  replicaMode: Type.Optional(
    choice(["open-read-only", "mounted"], { description: "Mode of read replicas (Oracle, Db2)." }),
  ),
};

const nameFields = {
  renamedFrom: Type.Optional(renamedFromSchema("Identifiers and input variables stay")),
  identifier: Type.Optional(
    Type.String({
      minLength: 1,
      description:
        "Name of the global cluster; members append `-<Region>`, instances further `-<n>`, read replicas `-replica-<n>`. Default: `<spec name>-<database>`.",
    }),
  ),
  databaseName: Type.Optional(
    Type.String({ minLength: 1, description: "Database that is created with the primary member. Default: none." }),
  ),
  masterUsername: Type.Optional(
    Type.String({ minLength: 1, description: "Name of the master user." }),
  ),
  masterPassword: Type.Optional(
    choice(MASTER_PASSWORDS, {
      description:
        "`managed`: kept by AWS in Secrets Manager. `variable`: an ephemeral input variable, never in state. `none`: Google Cloud: no master user; people and services sign in with IAM. Default: on AWS managed where it allows it, else variable; on Google Cloud variable for Cloud SQL, none for AlloyDB.",
    }),
  ),
  secretKey: Type.Optional(
    keySetName("Key set, with purpose `secrets`, that encrypts the managed master secret. Default: AWS's own."),
  ),
  port: Type.Optional(Type.Integer({ description: "Port of every member. Default: the engine's standard port." })),
};

const sizeFields = {
  instances: Type.Optional(instancesSchema),
  serverless: Type.Optional(serverlessSchema),
  storage: Type.Optional(storageSchema),
  multiAz: Type.Optional(
    Type.Boolean({ description: "A standby in a second zone; not for clusters of Aurora, which have instances there.", default: true }),
  ),
  replicas: Type.Optional(
    Type.Integer({
      minimum: 0,
      description: "Topology read-replicas: read replicas in each secondary Region; none in the primary Region.",
      default: 1,
    }),
  ),
  drReplica: Type.Optional(
    region(
      "Topology read-replicas: the Region whose first read replica takes over when primaryRegion is lost. Edition enterprise-plus only.",
    ),
  ),
  parameters: Type.Optional(parametersSchema),
};

const operationFields = {
  backup: Type.Optional(backupSchema),
  snapshotCopies: Type.Optional(
    Type.Array(snapshotCopySchema, { description: "Snapshots that are copied to other Regions.", default: [] }),
  ),
  shareSnapshotsWith: Type.Optional(
    Type.Array(accountId("An account."), {
      description: "Accounts that snapshots are shared with: opens the key policy for them.",
      default: [],
    }),
  ),
  maintenanceWindow: Type.Optional(
    Type.String({
      minLength: 1,
      description: "Weekly window in UTC. Default: the provider chooses.",
      examples: ["sun:04:00-sun:05:00"],
    }),
  ),
  autoMinorVersionUpgrade: Type.Optional(
    Type.Boolean({ description: "Take minor versions in the maintenance window.", default: true }),
  ),
  caCertificate: Type.Optional(
    choice(
      [
        ...(["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"] as const),
        ...(["GOOGLE_MANAGED_INTERNAL_CA", "GOOGLE_MANAGED_CAS_CA"] as const),
      ],
      {
        description:
          "Certificate authority of the instances.",
      },
    ),
  ),
  tls: Type.Optional(
    choice(["encrypted", "client-certificate"], {
      description:
        "`encrypted`: every connection is encrypted. `client-certificate`: Cloud SQL for PostgreSQL and MySQL: clients also show a certificate.",
      default: "encrypted",
    }),
  ),
  monitoring: Type.Optional(monitoringSchema),
  iamAuthentication: Type.Optional(
    Type.Boolean({ description: "Sign in with IAM. Default: true where the engine has it." }),
  ),
  deletionProtection: Type.Optional(
    Type.Boolean({ description: "The provider refuses to delete the database.", default: true }),
  ),
  protect: Type.Optional(
    Type.Boolean({
      description: "Keep Terraform from ever destroying what holds data (`prevent_destroy`).",
      default: true,
    }),
  ),
  writeForwarding: Type.Optional(
    Type.Boolean({ description: "Global database: secondary clusters forward writes.", default: false }),
  ),
  backtrackHours: Type.Optional(
    Type.Integer({
      minimum: 0,
      description: "aurora-mysql with topology single-region: hours that the cluster can be taken back.",
      default: 0,
    }),
  ),
  adopt: Type.Optional(
    fields(
      {
        clusterIdentifier: Type.String({
          minLength: 1,
          description: "Identifier of the existing cluster in primaryRegion.",
        }),
      },
      {
        description:
          "Build the global database around an existing cluster in primaryRegion, which stays where it is managed.",
      },
    ),
  ),
  tags: Type.Optional(tagsSchema("Tags of the database's resources, beside the default tags.")),
};

/** `databases.<name>`. */
export const databaseSchema = fields(
  {
    ...engineFields,
    topology: choice(["global-database", "read-replicas", "single-region"], {
      description:
        "`global-database`: a primary cluster, and secondary clusters in other Regions (Aurora Global Database, AlloyDB). `read-replicas`: an instance with read replicas in other Regions (RDS, Cloud SQL). `single-region`: one Region.",
    }),
    key: keySetName("Key set that encrypts the database: in each Region the key of that Region."),
    regions: Type.Optional(
      byRegion(
        memberSchema,
        "The Regions the database runs in, beside primaryRegion, with what differs there. Default: all Regions of the deployment; single-region: primaryRegion.",
      ),
    ),
    ...nameFields,
    ...sizeFields,
    ...operationFields,
  },
  { description: "A database and the Regions it spans." },
);

/** `databases.<name>` as written. */
export type DatabaseSpec = Static<typeof databaseSchema>;
/** `databases.<name>.regions.<Region>` as written. */
export type MemberSpec = Static<typeof memberSchema>;
