import { databaseNames, MYSQL_DATABASES, rdsEngine } from "./engine";
import { COMMON_FAMILIES } from "./instance-classes";
import { replicaFacts } from "./replica-facts";
import { isAtLeast, lineOf, numbersAtStart, type Version } from "./versions";

const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const PASSWORD = { minimum: 8, maximum: 41, source: `${RDS_API}/API_CreateDBInstance.html` };
const LOGS = {
  available: ["audit", "error", "general", "slowquery", "iam-db-auth-error"],
  safe: ["audit", "error", "general", "slowquery"],
};
// The audit log itself needs an option group; exporting it before there is one does no harm.
const SAFE = [
  { name: "require_secure_transport", value: "1" },
  { name: "slow_query_log", value: "1" },
  { name: "log_output", value: "FILE" },
];
const DYNAMIC = SAFE.map(({ name }) => name);

/** https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-44 */
const MARIADB_TLS_FROM: Version = [10, 5];
/** Concepts.RDS_Fea_Regions_DB-eng.Feature.IamDatabaseAuthentication. */
const MARIADB_IAM_FROM: Version = [10, 11];

/** Classes too small for Performance Insights: USER_PerfInsights.Overview.Engines. */
const supportsInsights = (instanceClass: string) => !/^db\.(t[23]|t4g)\.(micro|small)$/.test(instanceClass);

/** MySQL.Concepts.VersionMgmt; version 9 is there only to be tried, in an environment of its own. */
const MYSQL_LINES = ["5.7", "8.0", "8.4"];
/** MariaDB.Concepts.VersionMgmt, and lines that instances still stand in. */
const MARIADB_LINES = ["10.4", "10.5", "10.6", "10.11", "11.4", "11.8"];

/** RDS for MySQL. */
export const mysql = rdsEngine({
  name: "mysql",
  standardPort: 3306,
  topologies: ["read-replicas", "single-region"],
  version: {
    isValid: (version) => /^(5\.7|[89]\.[0-9]+)(\.[0-9]+(-rds\.[0-9]{8})?)?$/.test(version),
    form: 'a MySQL version from 5.7 on, such as "8.0.40"',
  },
  knowsVersion: (version) => MYSQL_LINES.includes(lineOf(version, 2)),
  families: COMMON_FAMILIES,
  databaseName: databaseNames(64, MYSQL_DATABASES),
  reservedUsernames: ["rdsadmin", "admin", "root", "rdsrepladmin"],
  logs: LOGS,
  supportsInsights,
  parameterFamily: (version) => `mysql${lineOf(version, 2)}`,
  safeParameters: () => SAFE,
  dynamicParameters: DYNAMIC,
  replicas: replicaFacts({ maximum: 15, takesParameterGroup: true }),
  passwordLength: PASSWORD,
});

/** RDS for MariaDB. */
export const mariadb = rdsEngine({
  name: "mariadb",
  standardPort: 3306,
  topologies: ["read-replicas", "single-region"],
  version: {
    isValid: (version) => /^(10\.([4-9]|[1-9][0-9])|1[1-9]\.[0-9]+)(\.[0-9]+)?$/.test(version),
    form: 'a MariaDB version from 10.4 on, such as "10.11.10"',
  },
  knowsVersion: (version) => MARIADB_LINES.includes(lineOf(version, 2)),
  families: COMMON_FAMILIES,
  databaseName: databaseNames(64, MYSQL_DATABASES),
  reservedUsernames: ["rdsadmin", "admin", "root", "rdsrepladmin"],
  logs: LOGS,
  supportsInsights,
  supportsIamAuthenticationOf: (version) => ({
    supported: isAtLeast(numbersAtStart(version), MARIADB_IAM_FROM),
    minimum: MARIADB_IAM_FROM.join("."),
  }),
  parameterFamily: (version) => `mariadb${lineOf(version, 2)}`,
  safeParameters: (version) =>
    SAFE.filter(
      ({ name }) =>
        name !== "require_secure_transport" || isAtLeast(numbersAtStart(version), MARIADB_TLS_FROM),
    ),
  dynamicParameters: DYNAMIC,
  replicas: replicaFacts({ maximum: 15 }),
  passwordLength: PASSWORD,
});
