import { rdsEngine, type AwsEngine } from "./engine";
import { DB2_FAMILIES, DB2_SE_SIZES } from "./instance-classes";
import { replicaFacts } from "./replica-facts";
import { DB2_STORAGE } from "./storage";
import { lineOf, meetsMinimumOfLine, numbersAtStart, type Version } from "./versions";

const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
/** Db2.Concepts.VersionMgmt.Supported. */
const LINES = ["11.5", "12.1"];
const FORM = /^(1[0-9]\.[0-9]+)(\.[0-9A-Za-z.]+)?$/;
/** Concepts.RDS_Fea_Regions_DB-eng.Feature.CrossRegionReadReplicas. */
const REPLICAS_FROM: readonly Version[] = [
  [11, 5, 9],
  [12, 1, 4],
];

function db2(name: string, sizes?: ReadonlySet<string>): AwsEngine {
  return rdsEngine({
    name,
    standardPort: 50_000,
    topologies: ["read-replicas", "single-region"],
    version: {
      isValid: (version) => FORM.test(version),
      form: 'a Db2 version such as "11.5.9.0.sb00054960.r1"',
    },
    supportsTopology: (topology, version) => ({
      supported: topology !== "read-replicas" || meetsMinimumOfLine(numbersAtStart(version), REPLICAS_FROM),
      minimum: "11.5.9 or 12.1.4",
    }),
    knowsVersion: (version) => LINES.includes(lineOf(version, 2)),
    families: DB2_FAMILIES,
    sizes,
    supportsIamAuthentication: false,
    supportsInsights: () => false,
    supportsArm: false,
    storageTypes: DB2_STORAGE,
    fields: ["licenseModel", "timeZone", "databaseName"],
    licenseModels: ["bring-your-own-license", "marketplace-license"],
    databaseName: {
      isValid: (text) => /^[A-Za-z][A-Za-z0-9]*$/.test(text),
      form: "a letter, then letters and digits",
      maximumLength: 8,
    },
    storedDatabaseName: (databaseName) => databaseName.toUpperCase(),
    reservedUsernames: ["rdsadmin", "admin", "rdsdb", "db2inst1"],
    logs: { available: ["diag.log", "notify.log"], safe: ["diag.log", "notify.log"] },
    parameterFamily: (version) => `${name}-${FORM.exec(version)?.[1] ?? ""}`,
    safeParameters: () => [{ name: "db2comm", value: "SSL" }],
    switchValues: () => ({ on: "ON", off: "OFF" }),
    // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/db2-licensing.html
    requiredParameters: (licenseModel) =>
      licenseModel === "marketplace-license" ? [] : ["rds.ibm_customer_id", "rds.ibm_site_id"],
    replicas: replicaFacts({ maximum: 3, takesParameterGroup: true, modes: ["open-read-only", "mounted"] }),
    passwordLength: { minimum: 8, maximum: 255, source: `${RDS_API}/API_CreateDBInstance.html` },
  });
}

/** RDS for Db2, by edition. */
export const db2Engines: readonly AwsEngine[] = [db2("db2-ae"), db2("db2-se", DB2_SE_SIZES)];
