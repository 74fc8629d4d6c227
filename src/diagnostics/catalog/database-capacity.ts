import { error, warning } from "../definition";

const AURORA = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";
const GLOBAL_DATABASE = `${AURORA}/aurora-global-database.html`;
const REQUIREMENTS = `${AURORA}/aurora-global-database.configuration.requirements.html`;

/** Databases: instances, capacity, storage and read replicas. */
export const databaseCapacityDiagnostics = {
  "databases/instance-class-missing": error<{ database: string; example: string }>({
    message: ({ database }) => `database "${database}" lacks an instance class`,
    help: ({ example }) => `add instances: { class: ${example} }`,
  }),
  "databases/instance-class-form": error<{ class: string; example: string; suggestion: string | undefined }>({
    message: ({ class: given }) => `"${given}" is not an instance class`,
    help: ({ example, suggestion }) =>
      suggestion === undefined ? `write one such as ${example}` : `did you mean "${suggestion}"?`,
    sources: [`${AURORA}/Concepts.DBInstanceClass.html`, `${RDS}/Concepts.DBInstanceClass.Types.html`],
  }),
  "databases/instance-class-burstable": error<{ class: string; topology: string }>({
    message: ({ class: given, topology }) =>
      `"${given}" is a burstable class, which topology "${topology}" does not take`,
    help: () => "use a memory-optimized class such as db.r6i.large",
    sources: [REQUIREMENTS],
  }),
  "databases/instance-class-serverless": error<{ class: string }>({
    message: ({ class: given }) => `"${given}" is not written as a class: it needs a capacity`,
    help: () => "name a provisioned class such as db.r6i.large",
    sources: [`${AURORA}/aurora-serverless-v2.html`],
  }),
  "databases/primary-without-instance": error<{ database: string }>({
    message: ({ database }) =>
      `the primary cluster of "${database}" needs at least one instance: its secondary clusters replicate from a writer`,
    help: () => "set count to 2, or set count: 0 under the secondary Region that is meant",
    sources: [GLOBAL_DATABASE],
  }),
  "databases/single-instance": warning<{ database: string; region: string }>({
    message: ({ database, region }) =>
      `the primary cluster of "${database}" in ${region} has a single instance: its loss is an outage until a new one stands`,
    help: () => "set count to 2 or more",
    sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-15"],
  }),
  "databases/too-many-instances": error<{ region: string; count: number; maximum: number }>({
    message: ({ region, count, maximum }) =>
      `the cluster in ${region} has ${count} instances; here it can have at most ${maximum}`,
    help: ({ maximum }) => `set count to ${maximum} or less`,
    sources: [REQUIREMENTS],
  }),
  "databases/headless-engine": error<{ engine: string; region: string }>({
    message: ({ engine, region }) =>
      `a secondary cluster of ${engine} cannot be created without an instance (${region})`,
    help: () => "give it an instance",
    sources: [`${AURORA}/aurora-global-database-attach.console.headless.html`],
  }),
  "databases/headless-write-forwarding": error<{ region: string }>({
    message: ({ region }) => `the cluster in ${region} has no instance that could forward writes`,
    help: () => "give it an instance, or leave writeForwarding out",
    sources: [`${AURORA}/aurora-global-database-write-forwarding.html`],
  }),
  "databases/headless-secondary": warning<{ database: string; region: string }>({
    message: ({ database, region }) =>
      `the secondary cluster of "${database}" in ${region} has no instance: before it can take over, one must be added`,
    help: () => "accept this warning if the time for that is within the recovery objective",
    sources: [`${AURORA}/aurora-global-database-attach.console.headless.html`],
  }),
  "databases/class-and-serverless": error({
    message: () => "a serverless cluster has no instance class",
    help: () => "remove the class, or remove serverless",
    sources: [`${AURORA}/aurora-serverless-v2.html`],
  }),
  "databases/instance-class-unencrypted": error<{ class: string }>({
    message: ({ class: given }) => `instances of class "${given}" cannot be encrypted`,
    help: () => "use a current class such as db.r6i.large",
    sources: [`${RDS}/Overview.Encryption.html`],
  }),
  "databases/instance-class-not-for-clusters": error<{ class: string }>({
    message: ({ class: given }) => `Aurora has no instances of class "${given}"`,
    help: () => "use a memory-optimized class such as db.r6i.large",
    sources: [`${AURORA}/Concepts.DBInstanceClass.html`],
  }),
  "databases/instance-class-not-for-engine": error<{ class: string; engine: string }>({
    message: ({ class: given, engine }) => `"${given}" has ARM processors, on which ${engine} does not run`,
    help: () => "use a class of Intel or AMD processors such as db.r6i.large",
    sources: [`${RDS}/Concepts.DBInstanceClass.html`],
  }),
  "databases/instance-count": error<{ engine: string; count: number }>({
    message: ({ engine, count }) => `a database of ${engine} is one instance, not ${count}`,
    help: () => "use topology read-replicas and replicas for more",
    sources: [`${RDS}/USER_ReadRepl.html`],
  }),
  "databases/headless-primary": error<{ region: string }>({
    message: ({ region }) => `${region} is the primary Region: its cluster cannot be without an instance`,
    help: () => "remove headless",
    sources: [GLOBAL_DATABASE],
  }),
  "databases/headless-with-instances": error<{ region: string }>({
    message: ({ region }) => `the cluster in ${region} is headless and has a number of instances`,
    help: () => "keep headless: true, or the count",
    sources: [GLOBAL_DATABASE],
  }),
  "databases/storage-missing": error<{ database: string }>({
    message: ({ database }) => `database "${database}" lacks storage`,
    help: () => "add storage: { allocatedGiB: 100 }",
    sources: [`${RDS_API}/API_CreateDBInstance.html`],
  }),
  "databases/storage-limit": error<{
    maximum: number;
    allocated: number;
    least: number;
    percent: number;
  }>({
    message: ({ maximum, allocated, percent }) =>
      maximum <= allocated
        ? `maxAllocatedGiB is ${maximum}, but ${allocated} GiB are allocated already`
        : `maxAllocatedGiB is ${maximum}; it must be at least ${percent} % more than the ${allocated} GiB that are allocated`,
    help: ({ least }) => `write ${least} or more, or leave it out`,
    sources: [`${RDS}/USER_PIOPS.Autoscaling.html`],
  }),
  "databases/storage-combination": error<{ problem: string }>({
    message: ({ problem }) => problem,
    help: () => "change the type, or the field",
    sources: [`${RDS}/CHAP_Storage.html`],
  }),
  "databases/serverless-step": error<{ field: string; given: number; step: number }>({
    message: ({ field, given, step }) => `${field} is ${given}; capacity is a multiple of ${step}`,
    help: ({ step }) => `write a multiple of ${step}`,
    sources: [`${AURORA}/aurora-serverless-v2.setting-capacity.html`],
  }),
  "databases/serverless-order": error<{ minimum: number; maximum: number }>({
    message: ({ minimum, maximum }) => `maxCapacity ${maximum} is less than minCapacity ${minimum}`,
    help: () => "raise maxCapacity",
    sources: [`${AURORA}/aurora-serverless-v2.setting-capacity.html`],
  }),
  "databases/serverless-global-capacity": warning<{ minimum: number; recommended: number }>({
    message: ({ minimum, recommended }) =>
      `minCapacity ${minimum} in the primary Region of a global database: AWS asks for ${recommended} or more`,
    help: ({ recommended }) => `raise it to ${recommended}`,
    sources: [`${AURORA}/aurora-serverless-v2.setting-capacity.html`],
  }),
  "databases/no-replicas": error<{ database: string }>({
    message: ({ database }) => `database "${database}" has topology "read-replicas", but no read replica`,
    help: () => "set replicas, or use topology single-region",
    sources: [`${RDS}/USER_ReadRepl.html`],
  }),
  "databases/too-many-replicas": error<{ engine: string; count: number; maximum: number }>({
    message: ({ engine, count, maximum }) =>
      `a source of ${engine} can have at most ${maximum} read replicas, in all Regions together; here are ${count}`,
    help: () => "lower replicas",
    sources: [`${RDS}/USER_ReadRepl.html`],
  }),
  "databases/source-without-backups": error<{ database: string }>({
    message: ({ database }) =>
      `the source of read replicas "${database}" must keep automated backups for a day or more`,
    help: () => "set retentionDays to 1 or more",
    sources: [`${RDS_API}/API_CreateDBInstanceReadReplica.html`],
  }),
  "databases/source-without-standby": error<{ database: string; engine: string }>({
    message: ({ database, engine }) =>
      `the source of read replicas "${database}" has no standby: ${engine} replicates from an availability group, which only a Multi-AZ instance has`,
    help: () => "remove multiAz: false from the source",
    sources: [`${RDS}/SQLServer.ReadReplicas.html`],
  }),
};
