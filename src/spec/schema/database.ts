import { Type, type Static } from "@sinclair/typebox";
import { byRegion, choice, fields, mapOf } from "./helpers";
import { tagsSchema } from "./provider";

const keySetName = (description: string) => Type.String({ minLength: 1, description });

const instancesSchema = fields(
  {
    class: Type.Optional(
      Type.String({ minLength: 1, description: "Instance class.", examples: ["db.r6g.large"] }),
    ),
    count: Type.Optional(
      Type.Integer({ minimum: 0, description: "Instances of the cluster: a writer and readers.", default: 2 }),
    ),
  },
  { description: "The instances of a cluster. A Region inherits what it does not say." },
);

const memberSchema = Type.Union(
  [
    Type.Null(),
    fields(
      { instances: Type.Optional(instancesSchema) },
      { description: "What differs in this Region." },
    ),
  ],
  { description: "Settings of the database in one Region; empty: as everywhere." },
);

const parameterValue = Type.Union([Type.String(), Type.Number(), Type.Boolean()], {
  description: "Value of a parameter.",
});

const performanceInsightsSchema = Type.Union(
  [
    fields(
      {
        key: Type.Optional(
          keySetName("Key set that encrypts Performance Insights. Default: the database's own."),
        ),
        retentionDays: Type.Optional(
          Type.Integer({ description: "Days of history (AWS: 7, 731 or a multiple of 31).", default: 7 }),
        ),
      },
      { description: "Performance Insights." },
    ),
    Type.Literal(false, { description: "No Performance Insights." }),
  ],
  { description: "Performance Insights of every instance.", default: { retentionDays: 7 } },
);

const monitoringSchema = fields(
  {
    enhancedSeconds: Type.Optional(
      Type.Integer({ description: "Interval of Enhanced Monitoring in seconds; 0 switches it off.", default: 60 }),
    ),
    performanceInsights: Type.Optional(performanceInsightsSchema),
    logExports: Type.Optional(
      Type.Array(Type.String({ minLength: 1, description: "A log of the engine." }), {
        description: "Logs sent to CloudWatch Logs. Default: the engine's full safe set.",
      }),
    ),
    logRetentionDays: Type.Optional(
      Type.Integer({ description: "Days that the logs are kept.", default: 365 }),
    ),
    logKey: Type.Optional(
      keySetName("Key set, with purpose `logs`, that encrypts the logs. Default: the database's own."),
    ),
  },
  { description: "Monitoring; on unless switched off." },
);

/** `databases.<name>`. */
export const databaseSchema = fields(
  {
    engine: choice(["aurora-postgresql", "aurora-mysql"], { description: "The database engine." }),
    engineVersion: Type.String({
      minLength: 1,
      description: "Version of the engine, in quotes.",
      examples: ["16.6", "8.0.mysql_aurora.3.08.2"],
    }),
    topology: choice(["global-database"], {
      description: "`global-database`: an Aurora Global Database, a primary cluster and at least one secondary cluster.",
    }),
    key: keySetName("Key set that encrypts the database: in each Region the key of that Region."),
    regions: Type.Optional(
      byRegion(
        memberSchema,
        "The Regions the database runs in, beside primaryRegion, with what differs there. Default: all Regions of the deployment.",
      ),
    ),
    identifier: Type.Optional(
      Type.String({
        minLength: 1,
        description:
          "Name of the global cluster; clusters append `-<Region>`, instances further `-<n>`. Default: `<spec name>-<database>`.",
      }),
    ),
    databaseName: Type.Optional(
      Type.String({ minLength: 1, description: "Database that is created with the primary cluster. Default: none." }),
    ),
    masterUsername: Type.Optional(
      Type.String({ minLength: 1, description: "Name of the master user. Default: `dbadmin`." }),
    ),
    masterPassword: Type.Optional(
      choice(["managed", "variable"], {
        description:
          "`variable`: an ephemeral input variable, never in state. `managed`: kept by the provider; not on a global database.",
        default: "variable",
      }),
    ),
    port: Type.Optional(Type.Integer({ description: "Port of every cluster. Default: the engine's standard port." })),
    instances: Type.Optional(instancesSchema),
    parameters: Type.Optional(
      mapOf(parameterValue, {
        description: "Parameters of the cluster parameter group, added to the engine's safe set or replacing parts of it.",
      }),
    ),
    backup: Type.Optional(
      fields(
        {
          retentionDays: Type.Optional(
            Type.Integer({ description: "Days that automated backups are kept (Aurora: 1 to 35).", default: 14 }),
          ),
        },
        { description: "Backups." },
      ),
    ),
    monitoring: Type.Optional(monitoringSchema),
    deletionProtection: Type.Optional(
      Type.Boolean({ description: "The provider refuses to delete the clusters.", default: true }),
    ),
    protect: Type.Optional(
      Type.Boolean({ description: "Keep Terraform from ever destroying the clusters (`prevent_destroy`).", default: true }),
    ),
    writeForwarding: Type.Optional(
      Type.Boolean({ description: "Secondary clusters forward writes to the primary cluster.", default: false }),
    ),
    tags: Type.Optional(tagsSchema("Tags of the database's resources, beside the default tags.")),
  },
  { description: "A database and the Regions it spans." },
);

/** `databases.<name>` as written. */
export type DatabaseSpec = Static<typeof databaseSchema>;
/** `instances` as written. */
export type InstancesSpec = Static<typeof instancesSchema>;
