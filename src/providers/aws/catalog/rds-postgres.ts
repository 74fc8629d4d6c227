import { databaseNames, POSTGRESQL_DATABASES, POSTGRESQL_USERS, rdsEngine } from "./engine";
import { COMMON_FAMILIES } from "./instance-classes";
import { replicaFacts } from "./replica-facts";
import { lineOf, meetsMinimumOfLine, numbersAtStart } from "./versions";

const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";

/** https://docs.aws.amazon.com/AmazonRDS/latest/PostgreSQLReleaseNotes/postgresql-release-calendar.html */
const LINES = ["11", "12", "13", "14", "15", "16", "17", "18"];

/** A replica of an older version keeps no backups. */
const REPLICA_BACKUPS_FROM = [[14, 1]];

/** RDS for PostgreSQL. */
export const postgres = rdsEngine({
  name: "postgres",
  standardPort: 5432,
  topologies: ["read-replicas", "single-region"],
  version: {
    isValid: (version) => /^(1[1-9]|[2-9][0-9])(\.[0-9]+(-rds\.[0-9]{8})?)?$/.test(version),
    form: 'a PostgreSQL version from 11 on, such as "16.6"',
  },
  knowsVersion: (version) => LINES.includes(lineOf(version, 1)),
  families: COMMON_FAMILIES,
  databaseName: databaseNames(63, POSTGRESQL_DATABASES),
  masterUsernameLength: 63,
  reservedUsernames: POSTGRESQL_USERS,
  logs: { available: ["postgresql", "upgrade", "iam-db-auth-error"], safe: ["postgresql", "upgrade"] },
  parameterFamily: (version) => `postgres${lineOf(version, 1)}`,
  safeParameters: () => [
    { name: "rds.force_ssl", value: "1" },
    { name: "log_statement", value: "ddl" },
    { name: "log_min_duration_statement", value: "1000" },
  ],
  // rds.force_ssl is static in the older families, and a dynamic parameter may wait for a reboot.
  dynamicParameters: ["log_statement", "log_min_duration_statement"],
  replicas: replicaFacts({
    maximum: 15,
    hasBackups: (version) => meetsMinimumOfLine(numbersAtStart(version), REPLICA_BACKUPS_FROM),
  }),
  passwordLength: { minimum: 8, maximum: 128, source: `${RDS_API}/API_CreateDBInstance.html` },
});
