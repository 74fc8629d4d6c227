import { oneOf } from "../../base/text";
import { error, warning } from "../definition";

const AURORA = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const GLOBAL_DATABASE = `${AURORA}/aurora-global-database.html`;
const REQUIREMENTS = `${AURORA}/aurora-global-database.configuration.requirements.html`;

/** Databases. */
export const databaseDiagnostics = {
  "databases/region-not-in-deployment": error<{ database: string; region: string; regions: string }>({
    message: ({ database, region, regions }) =>
      `database "${database}" names "${region}", which is not a Region of the deployment: ${regions}`,
    help: ({ region }) => `add "${region}" to regions, or remove it here`,
  }),
  "databases/too-few-regions": error<{ database: string; minimum: number }>({
    message: ({ database, minimum }) =>
      `global database "${database}" has no secondary Region; it needs at least ${minimum}`,
    help: () => "add a second Region to the deployment and to the database",
    facts: ["§0.4", "§10.20"],
    sources: [REQUIREMENTS],
  }),
  "databases/too-many-regions": error<{ database: string; count: number; maximum: number }>({
    message: ({ database, count, maximum }) =>
      `global database "${database}" has ${count} secondary Regions; at most ${maximum} are allowed`,
    help: () => "list the Regions it shall run in under its regions",
    facts: ["§0.4", "§10.20"],
    sources: [REQUIREMENTS],
  }),
  "databases/region-without-topology": error<{ region: string; topology: string }>({
    message: ({ region, topology }) => `topology "${topology}" is not available in ${region}`,
    help: () => "leave the Region out of the database",
    facts: ["§5.1", "§10.20"],
    sources: [`${AURORA}/Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase.html`],
  }),
  "databases/support-unverified": warning<{ what: string }>({
    message: ({ what }) => `whether ${what} is supported could not be verified`,
    help: () => "check the provider's documentation, then accept this warning",
    facts: ["§5.1", "§11"],
    sources: [`${AURORA}/Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase.html`],
  }),
  "databases/unknown-key": error<{ key: string; known: readonly string[]; suggestion: string | undefined }>({
    message: ({ key, known }) =>
      known.length === 0
        ? `there is no key set "${key}": the spec has none`
        : `there is no key set "${key}"; there is ${oneOf(known, "and")}`,
    help: ({ suggestion }) =>
      suggestion === undefined ? "name a key set of the spec" : `did you mean "${suggestion}"?`,
  }),
  "databases/key-purpose": error<{ key: string; purpose: string; purposes: readonly string[] }>({
    message: ({ key, purpose, purposes }) =>
      `key set "${key}" is for ${oneOf(purposes, "and")}; here it would have to be for "${purpose}"`,
    help: ({ purpose }) => `add "${purpose}" to its purpose, or name another key set`,
    facts: ["§2", "§10.16"],
    sources: [`${AURORA}/Overview.Encryption.Keys.html`],
  }),
  "databases/key-missing-in-region": error<{ key: string; regions: readonly string[] }>({
    message: ({ key, regions }) =>
      `key set "${key}" has no key in ${oneOf(regions, "and")}, where the database runs; each member needs a key of its own Region`,
    help: () => "add the Regions to the key set, or limit the regions of the database",
    facts: ["§4", "§10.2", "§10.3", "§10.4"],
    sources: [`${AURORA}/Overview.Encryption.html`],
  }),
  "databases/engine-version-form": error<{ version: string; engine: string; form: string }>({
    message: ({ version, engine, form }) => `"${version}" is not a version of ${engine}: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    sources: [`${RDS_API}/API_DescribeDBEngineVersions.html`],
  }),
  "databases/engine-version-too-old": error<{
    version: string;
    engine: string;
    feature: string;
    minimum: string;
  }>({
    message: ({ version, engine, feature, minimum }) =>
      `${engine} ${version} is too old for ${feature}: it takes ${minimum}`,
    help: () => "use a newer version",
    facts: ["§5.1"],
    sources: [`${AURORA}/Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase.html`],
  }),
  "databases/write-forwarding-version": error<{ version: string; engine: string; minimum: string }>({
    message: ({ version, engine, minimum }) =>
      `${engine} ${version} has no write forwarding: it takes ${minimum}`,
    help: () => "use a newer version, or leave writeForwarding out",
    facts: ["§5.1"],
    sources: [`${AURORA}/aurora-global-database-write-forwarding.html`],
  }),
  "databases/instance-class-missing": error<{ database: string }>({
    message: ({ database }) => `database "${database}" lacks an instance class`,
    help: () => "add instances: { class: db.r6g.large }",
  }),
  "databases/instance-class-form": error<{ class: string }>({
    message: ({ class: given }) => `"${given}" is not an instance class`,
    help: () => "write one such as db.r6g.large",
    sources: [`${AURORA}/Concepts.DBInstanceClass.html`],
  }),
  "databases/instance-class-burstable": error<{ class: string; topology: string }>({
    message: ({ class: given, topology }) =>
      `"${given}" is a burstable class, which topology "${topology}" does not take`,
    help: () => "use a memory-optimized class such as db.r6g.large",
    facts: ["§5.1", "§10.20"],
    sources: [REQUIREMENTS],
  }),
  "databases/instance-class-serverless": error<{ class: string }>({
    message: ({ class: given }) => `"${given}" is not written as a class: it needs a capacity`,
    help: () => "name a provisioned class such as db.r6g.large",
    sources: [`${AURORA}/aurora-serverless-v2.html`],
  }),
  "databases/primary-without-instance": error<{ database: string }>({
    message: ({ database }) =>
      `the primary cluster of "${database}" needs at least one instance: its secondary clusters replicate from a writer`,
    help: () => "set count to 2, or set count: 0 under the secondary Region that is meant",
    facts: ["§5.2", "§10.9"],
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
    facts: ["§5.1"],
    sources: [REQUIREMENTS],
  }),
  "databases/headless-engine": error<{ engine: string; region: string }>({
    message: ({ engine, region }) =>
      `a secondary cluster of ${engine} cannot be created without an instance (${region})`,
    help: () => "set count to 1; the instance may be removed afterwards, by hand",
    facts: ["§5.1"],
    sources: [`${AURORA}/aurora-global-database-attach.console.headless.html`],
  }),
  "databases/headless-write-forwarding": error<{ region: string }>({
    message: ({ region }) => `the cluster in ${region} has no instance that could forward writes`,
    help: () => "give it an instance, or leave writeForwarding out",
    facts: ["§5.1"],
    sources: [`${AURORA}/aurora-global-database-write-forwarding.html`],
  }),
  "databases/headless-secondary": warning<{ database: string; region: string }>({
    message: ({ database, region }) =>
      `the secondary cluster of "${database}" in ${region} has no instance: before it can take over, one must be added`,
    help: () => "accept this warning if the time for that is within the recovery objective",
    facts: ["§5.1"],
    sources: [`${AURORA}/aurora-global-database-attach.console.headless.html`],
  }),
  "databases/identifier-form": error<{ identifier: string; form: string }>({
    message: ({ identifier, form }) => `"${identifier}" is not an identifier: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    facts: ["§5.1"],
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/identifier-too-long": error<{ identifier: string; length: number; maximum: number }>({
    message: ({ identifier, length, maximum }) =>
      `the identifier "${identifier}" has ${length} characters; at most ${maximum} are allowed`,
    help: () => "give the database a shorter identifier",
    facts: ["§5.1", "§10.20"],
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/identifier-clash": error<{ identifier: string; other: string }>({
    message: ({ identifier, other }) => `the identifier "${identifier}" is also one of database "${other}"`,
    help: () => "give one of them another identifier",
    facts: ["§5.1", "§10.20"],
    sources: [REQUIREMENTS],
  }),
  "databases/database-name-form": error<{ name: string; form: string }>({
    message: ({ name, form }) => `"${name}" is not the name of a database: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    facts: ["§5.1"],
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/database-name-too-long": error<{ name: string; maximum: number }>({
    message: ({ name, maximum }) =>
      `the database name has ${name.length} characters; at most ${maximum} are allowed`,
    help: () => "shorten it",
    facts: ["§5.1"],
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/master-username-form": error<{ username: string; form: string }>({
    message: ({ username, form }) => `"${username}" is not the name of a master user: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    facts: ["§5.1"],
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/master-username-too-long": error<{ username: string; maximum: number }>({
    message: ({ username, maximum }) =>
      `the master username has ${username.length} characters; at most ${maximum} are allowed`,
    help: () => "shorten it",
    facts: ["§5.1"],
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/master-username-reserved": error<{
    username: string;
    engine: string;
    reserved: readonly string[];
  }>({
    message: ({ username, engine, reserved }) =>
      `"${username}" cannot be the master user of ${engine}: it is reserved, or a name that everyone tries first (${reserved.join(", ")})`,
    help: () => "choose another name",
    facts: ["§5.1"],
    sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-24"],
  }),
  "databases/out-of-range": error<{ field: string; given: number; minimum: number; maximum: number }>({
    message: ({ field, given, minimum, maximum }) =>
      `${field} is ${given}; it must be from ${minimum} to ${maximum}`,
    help: ({ minimum, maximum }) => `write a number from ${minimum} to ${maximum}`,
    facts: ["§4", "§10.20"],
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/not-a-choice": error<{ field: string; given: number; values: readonly number[] }>({
    message: ({ field, given }) => `${field} cannot be ${given}`,
    help: ({ values }) => `write one of ${values.join(", ")}`,
    facts: ["§4"],
    sources: [
      `${RDS_API}/API_CreateDBInstance.html`,
      "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    ],
  }),
  "databases/unknown-log": error<{
    log: string;
    engine: string;
    available: readonly string[];
    suggestion: string | undefined;
  }>({
    message: ({ log, engine, available }) =>
      `"${log}" is not a log of ${engine}: it has ${oneOf(available, "and")}`,
    help: ({ suggestion }) =>
      suggestion === undefined ? "name one of its logs" : `did you mean "${suggestion}"?`,
    sources: [`${AURORA}/USER_LogAccess.html`],
  }),
  "databases/duplicate-log": error<{ log: string }>({
    message: ({ log }) => `log "${log}" stands twice`,
    help: () => "keep one of the two",
  }),
  "databases/log-setting-without-logs": error<{ field: string }>({
    message: ({ field }) => `"${field}" would do nothing: no logs are exported`,
    help: ({ field }) => `remove ${field}, or name logs under logExports`,
  }),
  "databases/managed-password": error<{ topology: string }>({
    message: ({ topology }) =>
      `AWS does not manage the master password of a database with topology "${topology}"`,
    help: () => "use masterPassword: variable, an ephemeral input variable that is never in state",
    facts: ["§0.5", "§10.6"],
    sources: [`${AURORA}/rds-secrets-manager.html`],
  }),
  "databases/network-missing": warning<{ region: string }>({
    message: ({ region }) =>
      `databases in ${region} have neither subnetIds nor subnetGroupName: they would land in the default VPC, if there is one`,
    help: () => "add subnetIds or subnetGroupName to the Region",
    sources: [`${AURORA}/USER_VPC.WorkingWithRDSInstanceinaVPC.html`],
  }),
  "databases/parameter-name": error<{ parameter: string }>({
    message: ({ parameter }) => `"${parameter}" is not the name of a parameter`,
    help: () => "write it as the engine does, such as log_min_duration_statement",
    sources: [`${AURORA}/USER_WorkingWithDBClusterParamGroups.html`],
  }),
};
