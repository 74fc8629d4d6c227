import { databaseNames, POSTGRESQL_DATABASES, POSTGRESQL_USERS, rdsEngine } from "./engine";
import { replicaFacts } from "./replica-facts";
import { meetsMinimumOfLine, parseVersion } from "./versions";

const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";

/** A replica of an older version keeps no backups. */
const REPLICA_BACKUPS_FROM = [[14, 1]];

/** RDS for PostgreSQL. */
export const postgres = rdsEngine({
  name: "postgres",
  standardPort: 5432,
  topologies: ["read-replicas", "single-region"],
  version: {
    isValid: (version) => /^[1-9][0-9](\.[0-9]+)?$/.test(version),
    form: 'a PostgreSQL version from 10 on, such as "16.6"',
  },
  databaseName: databaseNames(63, POSTGRESQL_DATABASES),
  masterUsernameLength: 63,
  reservedUsernames: POSTGRESQL_USERS,
  logs: { available: ["postgresql", "upgrade", "iam-db-auth-error"], safe: ["postgresql", "upgrade"] },
  parameterFamily: (version) => `postgres${parseVersion(version)?.[0] ?? ""}`,
  safeParameters: () => [
    { name: "rds.force_ssl", value: "1" },
    { name: "log_statement", value: "ddl" },
    { name: "log_min_duration_statement", value: "1000" },
  ],
  // rds.force_ssl is static in the older families, and a dynamic parameter may wait for a reboot.
  dynamicParameters: ["log_statement", "log_min_duration_statement"],
  replicas: replicaFacts({
    maximum: 15,
    hasBackups: (version) => meetsMinimumOfLine(parseVersion(version) ?? [], REPLICA_BACKUPS_FROM),
  }),
  passwordLength: { minimum: 8, maximum: 128, source: `${RDS_API}/API_CreateDBInstance.html` },
});
