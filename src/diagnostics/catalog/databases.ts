import { oneOf } from "../../base/text";
import { error, warning } from "../definition";

const AURORA = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";
const GLOBAL_DATABASE = `${AURORA}/aurora-global-database.html`;
const REQUIREMENTS = `${AURORA}/aurora-global-database.configuration.requirements.html`;

/** Databases: what they are, where they run, what they are called and which keys they use. */
export const databaseDiagnostics = {
  "databases/region-not-in-deployment": error<{
    database: string;
    region: string;
    regions: readonly string[];
    suggestion: string | undefined;
  }>({
    message: ({ database, region, regions }) =>
      `database "${database}" names "${region}", which is not a Region of the deployment (${oneOf(regions, "and")})`,
    help: ({ region, suggestion }) =>
      suggestion === undefined
        ? `add "${region}" to regions, or remove it here`
        : `did you mean "${suggestion}"?`,
  }),
  "databases/too-few-regions": error<{ database: string; minimum: number }>({
    message: ({ database, minimum }) =>
      `global database "${database}" has no secondary Region; it needs at least ${minimum}`,
    help: () => "add a second Region to the deployment and to the database",
    sources: [REQUIREMENTS],
  }),
  "databases/too-many-regions": error<{ database: string; count: number; maximum: number }>({
    message: ({ database, count, maximum }) =>
      `global database "${database}" has ${count} secondary Regions; at most ${maximum} are allowed`,
    help: () => "list the Regions it shall run in under its regions",
    sources: [REQUIREMENTS],
  }),
  "databases/region-without-topology": error<{ region: string; topology: string }>({
    message: ({ region, topology }) => `topology "${topology}" is not available in ${region}`,
    help: () => "leave the Region out of the database",
    sources: [`${AURORA}/Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase.html`],
  }),
  "databases/support-unverified": warning<{ what: string }>({
    message: ({ what }) => `whether ${what} is supported could not be verified`,
    help: () => "check the provider's documentation, then accept this warning",
    sources: [`${AURORA}/Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase.html`],
  }),
  "databases/unknown-key": error<{
    key: string;
    known: readonly string[];
    suggestion: string | undefined;
    /** Whether a key itself is named, not a key set. */
    isIdentifier: boolean;
  }>({
    message: ({ key, known }) =>
      known.length === 0
        ? `there is no key set "${key}": the spec has none`
        : `there is no key set "${key}"; there is ${oneOf(known, "and")}`,
    help: ({ suggestion, isIdentifier }) => {
      if (isIdentifier) return 'put it into a key set of strategy "existing", and name the key set';
      return suggestion === undefined ? "name a key set of the spec" : `did you mean "${suggestion}"?`;
    },
  }),
  "databases/key-purpose": error<{ key: string; purpose: string; purposes: readonly string[] }>({
    message: ({ key, purpose, purposes }) =>
      `key set "${key}" is for ${oneOf(purposes, "and")}; here it would have to be for "${purpose}"`,
    help: ({ purpose }) => `add "${purpose}" to its purpose, or name another key set`,
    sources: [`${AURORA}/Overview.Encryption.Keys.html`],
  }),
  "databases/key-missing-in-region": error<{ key: string; regions: readonly string[] }>({
    message: ({ key, regions }) =>
      `key set "${key}" has no key in ${oneOf(regions, "and")}, where the database runs; each member needs a key of its own Region`,
    help: () => "add the Regions to the key set, or limit the regions of the database",
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
    sources: [`${AURORA}/Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase.html`],
  }),
  "databases/write-forwarding-version": error<{ version: string; engine: string; minimum: string }>({
    message: ({ version, engine, minimum }) =>
      `${engine} ${version} has no write forwarding: it takes ${minimum}`,
    help: () => "use a newer version, or leave writeForwarding out",
    sources: [`${AURORA}/aurora-global-database-write-forwarding.html`],
  }),
  "databases/identifier-form": error<{ identifier: string; form: string }>({
    message: ({ identifier, form }) => `"${identifier}" is not an identifier: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/identifier-too-long": error<{ identifier: string; length: number; maximum: number }>({
    message: ({ identifier, length, maximum }) =>
      `the identifier "${identifier}" has ${length} characters; at most ${maximum} are allowed`,
    help: () => "give the database a shorter identifier",
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/identifier-clash": error<{ identifier: string; other: string }>({
    message: ({ identifier, other }) => `the identifier "${identifier}" is also one of database "${other}"`,
    help: () => "give one of them another identifier",
    sources: [REQUIREMENTS],
  }),
  "databases/database-name-form": error<{ name: string; form: string }>({
    message: ({ name, form }) => `"${name}" is not the name of a database: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/database-name-too-long": error<{ name: string; maximum: number }>({
    message: ({ name, maximum }) =>
      `the database name has ${name.length} characters; at most ${maximum} are allowed`,
    help: () => "shorten it",
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/master-username-form": error<{ username: string; form: string }>({
    message: ({ username, form }) => `"${username}" is not the name of a master user: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/master-username-too-long": error<{ username: string; maximum: number }>({
    message: ({ username, maximum }) =>
      `the master username has ${username.length} characters; at most ${maximum} are allowed`,
    help: () => "shorten it",
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/database-name-reserved": error<{ name: string; engine: string; reserved: readonly string[] }>({
    message: ({ name, engine, reserved }) =>
      `"${name}" cannot be created: ${engine} comes with databases of its own (${reserved.join(", ")})`,
    help: () => "choose another name, or remove databaseName",
    sources: ["https://cloud.google.com/sql/docs/postgres/create-manage-databases"],
  }),
  "databases/master-username-reserved": error<{
    username: string;
    engine: string;
    reserved: readonly string[];
  }>({
    message: ({ username, engine, reserved }) =>
      `"${username}" cannot be the master user of ${engine}: it is reserved, or a name that everyone tries first (${reserved.join(", ")})`,
    help: () => "choose another name",
    sources: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-24"],
  }),
  "databases/locale-form": error<{
    given: string;
    field: "characterSet" | "timeZone";
    engine: string;
    form: string;
  }>({
    message: ({ given, field, engine, form }) =>
      `"${given}" is not a ${field} of ${engine}: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    sources: [
      `${RDS}/SQLServer.Concepts.General.TimeZone.html`,
      `${RDS}/Appendix.SQLServer.CommonDBATasks.Collation.html`,
      `${RDS}/Appendix.OracleCharacterSets.html`,
    ],
  }),
  "databases/managed-password": error<{ provider: string; engine: string; topology: string }>({
    message: ({ provider, engine, topology }) =>
      `${provider} does not manage the master password of ${engine} with topology "${topology}"`,
    help: () => "use masterPassword: variable, an ephemeral input variable that is never in state",
    sources: [`${AURORA}/rds-secrets-manager.html`],
  }),
  "databases/password-source": error<{ engine: string; source: string; possible: readonly string[] }>({
    message: ({ engine, source }) => `masterPassword "${source}" is not for ${engine}`,
    help: ({ possible }) => `write ${oneOf(possible)}`,
  }),
  "databases/network-missing": warning<{ region: string }>({
    message: ({ region }) =>
      `databases in ${region} have neither subnetIds nor subnetGroupName: they would land in the default VPC, if there is one`,
    help: () => "add subnetIds or subnetGroupName to the Region",
    sources: [`${AURORA}/USER_VPC.WorkingWithRDSInstanceinaVPC.html`],
  }),
  "databases/parameter-name": error<{ parameter: string; form: string }>({
    message: ({ parameter }) => `"${parameter}" is not the name of a parameter`,
    help: ({ form }) => `write ${form}`,
    sources: [`${AURORA}/USER_WorkingWithDBClusterParamGroups.html`],
  }),
  "databases/engine-refused": error<{ engine: string; reason: string; instead?: string }>({
    message: ({ engine, reason }) => `engine "${engine}" is refused: ${reason}`,
    help: ({ instead }) => instead ?? "choose another engine",
    sources: [`${RDS}/Overview.Encryption.html`],
  }),
  "databases/topology-not-for-engine": error<{
    engine: string;
    topology: string;
    possible: readonly string[];
  }>({
    message: ({ engine, topology, possible }) =>
      `${engine} does not have topology "${topology}"; it has ${oneOf(possible)}`,
    help: ({ possible }) => `use topology: ${possible[0] ?? ""}`,
    sources: [`${RDS}/Concepts.RDS_Fea_Regions_DB-eng.Feature.CrossRegionReadReplicas.html`, GLOBAL_DATABASE],
  }),
  "databases/field-not-applicable": error<{ field: string; what: string }>({
    message: ({ field, what }) => `"${field}" does not apply here: it is for ${what}`,
    help: () => "remove it",
    sources: [`${RDS_API}/API_CreateDBInstance.html`, `${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/single-region-with-several": error<{ database: string; count: number }>({
    message: ({ database, count }) =>
      `database "${database}" has topology "single-region", but lists ${count} Regions`,
    help: () => "list the Region it shall run in, or none",
  }),
  "databases/owned-key": error<{ key: string; provider: string; use: string }>({
    message: ({ key, provider, use }) =>
      `key set "${key}" is kept by ${provider} for itself: it encrypts the storage of a cluster with topology "single-region", not ${use}`,
    help: () => "use another key set",
    sources: [`${AURORA}/Overview.Encryption.html`],
  }),
  "databases/sharing-with-provider-key": error<{ key: string; strategy: string }>({
    message: ({ key, strategy }) =>
      `snapshots under a key of strategy "${strategy}" (key set "${key}") cannot be shared`,
    help: () => "give the database a customer managed key set",
    sources: [`${RDS}/share-encrypted-snapshot.html`],
  }),
  "databases/sharing-with-itself": error<{ account: string }>({
    message: ({ account }) => `${account} is the deployment's own account`,
    help: () => "name other accounts",
    sources: [`${RDS}/share-encrypted-snapshot.html`],
  }),
  "databases/license-model": error<{ licenseModel: string; engine: string; possible: readonly string[] }>({
    message: ({ licenseModel, engine, possible }) =>
      `${engine} does not have license model "${licenseModel}"; it has ${oneOf(possible)}`,
    help: ({ possible }) => `write ${oneOf(possible)}`,
    sources: [`${RDS_API}/API_CreateDBInstance.html`],
  }),
  "databases/required-parameter": error<{ parameters: readonly string[]; licenseModel: string }>({
    message: ({ parameters, licenseModel }) =>
      `license model "${licenseModel}" needs the parameter${parameters.length === 1 ? "" : "s"} ${oneOf(parameters, "and")}`,
    help: () => "add them under parameters, or use another license model",
    sources: [`${RDS}/db2-licensing.html`],
  }),
};
