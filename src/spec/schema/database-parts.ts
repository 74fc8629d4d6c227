import { Type, type Static } from "@sinclair/typebox";
import { choice, fields, mapOf, region } from "./helpers";

/** The name of a key set. */
export const keySetName = (description: string) => Type.String({ minLength: 1, description });

/** `instances`. */
export const instancesSchema = fields(
  {
    class: Type.Optional(
      Type.String({ minLength: 1, description: "Instance class.", examples: ["db.r6g.large"] }),
    ),
    count: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: "Clusters: a writer and readers. Others: 1. Default: Aurora 2, all others 1.",
      }),
    ),
  },
  { description: "The instances of a cluster, or the class of an instance that is in none. A Region inherits what it does not say." },
);

/** `parameters`. */
export const parametersSchema = mapOf(
  Type.Union([Type.String(), Type.Number(), Type.Boolean()], { description: "Value of a parameter." }),
  { description: "Parameters of the engine, added to the engine's safe set or replacing parts of it." },
);

/** `storage`. */
export const storageSchema = fields(
  {
    allocatedGiB: Type.Integer({ minimum: 1, description: "Storage that is allocated, in GiB." }),
    maxAllocatedGiB: Type.Optional(
      Type.Integer({ minimum: 1, description: "Storage grows by itself up to this, in GiB." }),
    ),
    type: Type.Optional(
      choice(["gp2", "gp3", "io1", "io2", "PD_SSD", "PD_HDD", "HYPERDISK_BALANCED"], {
        description:
          "Storage type.",
      }),
    ),
    iops: Type.Optional(Type.Integer({ minimum: 1, description: "Provisioned IOPS: io1, io2, gp3 or HYPERDISK_BALANCED." })),
    throughput: Type.Optional(Type.Integer({ minimum: 1, description: "Provisioned throughput in MiB/s: gp3 or HYPERDISK_BALANCED." })),
  },
  { description: "Storage of an instance that is in no cluster." },
);

/** `serverless`. */
export const serverlessSchema = fields(
  {
    minCapacity: Type.Number({ minimum: 0, description: "Least capacity in ACU." }),
    maxCapacity: Type.Number({ minimum: 0, description: "Greatest capacity in ACU." }),
  },
  { description: "Aurora Serverless v2, instead of an instance class." },
);

/** `backup`. */
export const backupSchema = fields(
  {
    retentionDays: Type.Optional(
      Type.Integer({ description: "Days that automated backups are kept (AWS: up to 35; Cloud SQL: up to 365)." }),
    ),
    window: Type.Optional(
      Type.String({ minLength: 1, description: "Daily window in UTC. Default: the provider chooses.", examples: ["02:00-03:00"] }),
    ),
    finalSnapshot: Type.Optional(
      Type.Boolean({ description: "Take a snapshot before the database is deleted.", default: true }),
    ),
    replicateTo: Type.Optional(
      Type.Array(region("A Region of the deployment."), {
        description: "RDS: Regions that automated backups are replicated to, encrypted with that Region's key.",
      }),
    ),
  },
  { description: "Automated backups, and the final snapshot." },
);

/** `snapshotCopies[]`. */
export const snapshotCopySchema = fields(
  {
    snapshot: Type.String({
      minLength: 1,
      description: "Identifier of a snapshot in the database's first Region, or the ARN of one.",
    }),
    toRegion: region("The Region of the deployment that it is copied to."),
    key: Type.Optional(keySetName("Key set that encrypts the copy, with that Region's key. Default: the database's.")),
  },
  { description: "A snapshot that is copied to a Region, encrypted with that Region's key." },
);

const performanceInsightsSchema = Type.Union(
  [
    fields(
      {
        key: Type.Optional(keySetName("Key set that encrypts Performance Insights. Default: the database's own.")),
        retentionDays: Type.Optional(
          Type.Integer({ description: "Days of history: 7, 731 or a multiple of 31." }),
        ),
      },
      { description: "Performance Insights." },
    ),
    Type.Literal(false, { description: "No Performance Insights." }),
  ],
  { description: "Performance Insights of every instance, where engine and class have it." },
);

/** `monitoring`. */
export const monitoringSchema = fields(
  {
    enhancedSeconds: Type.Optional(
      Type.Integer({ description: "Interval of Enhanced Monitoring in seconds; 0 switches it off." }),
    ),
    performanceInsights: Type.Optional(performanceInsightsSchema),
    logExports: Type.Optional(
      Type.Array(Type.String({ minLength: 1, description: "A log of the engine." }), {
        description: "Logs sent to CloudWatch Logs. Default: the engine's full safe set.",
      }),
    ),
    logRetentionDays: Type.Optional(Type.Integer({ description: "Days that the logs are kept." })),
    logKey: Type.Optional(
      keySetName("Key set, with purpose `logs`, that encrypts the logs. Default: the database's own."),
    ),
  },
  { description: "Monitoring; on unless switched off." },
);

/** `instances` as written. */
export type InstancesSpec = Static<typeof instancesSchema>;
/** `monitoring` as written. */
export type MonitoringSpec = Static<typeof monitoringSchema>;
/** `storage` as written. */
export type StorageSpec = Static<typeof storageSchema>;
