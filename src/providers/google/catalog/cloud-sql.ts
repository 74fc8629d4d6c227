import { SQLSERVER_FORMS } from "../../common/sqlserver-forms";
import type { ReplicaFacts } from "../../../model/engine";
import { ALPHANUMERIC, googleEngine, type DatabaseFlag, type GoogleEngine } from "./engine";
import { editionOf } from "./machines";
import { DISKS, SQLSERVER_DISKS } from "./storage";

/*
 * Cloud SQL: versions of https://cloud.google.com/sql/docs/db-versions, flags that the benchmarks of the Center for
 * Internet Security, checkov and trivy ask for (docs/policy-checks.md).
 */

const on = (...names: readonly string[]): DatabaseFlag[] => names.map((name) => ({ name, value: "on" }));
const off = (...names: readonly string[]): DatabaseFlag[] => names.map((name) => ({ name, value: "off" }));

/** Flags that a replica of PostgreSQL must have as much of as its source: https://www.postgresql.org/docs/current/hot-standby.html. */
export const STANDBY_FLAGS = [
  ...["max_connections", "max_locks_per_transaction", "max_prepared_transactions"],
  ...["max_wal_senders", "max_worker_processes"],
];

/** https://cloud.google.com/sql/docs/postgres/replication, and for SQL Server .../sqlserver/replication. */
function replicas(maximum: number): ReplicaFacts {
  return {
    maximum,
    crossRegionPromised: maximum,
    // The benchmarks look at the source; a replica keeps none.
    hasBackups: () => false,
    needsStandby: false,
    supportsMultiAz: true,
    takesParameterGroup: true,
    allowsManagedPassword: false,
    modes: [],
    crossRegion: () => "yes",
  };
}

const common = {
  form: "instance",
  product: "cloud-sql",
  storageTypes: DISKS,
  editionOf,
} as const;

const postgres = googleEngine({
  ...common,
  name: "postgres",
  standardPort: 5432,
  topologies: ["read-replicas", "single-region"],
  version: {
    isValid: (version) => /^(9\.6|1[0-8])$/.test(version),
    form: 'a major version of PostgreSQL, "9.6" or "10" to "18"; Google picks the minor version',
  },
  databaseVersion: (version) => `POSTGRES_${version.replace(".", "_")}`,
  reservedUsernames: ["postgres", "cloudsqladmin", "cloudsqlagent", "cloudsqlreplica", "cloudsqlsuperuser"],
  safeFlags: [
    ...on("cloudsql.enable_pgaudit", "log_checkpoints", "log_connections", "log_disconnections"),
    ...on("log_duration", "log_hostname", "log_lock_waits"),
    { name: "log_min_error_statement", value: "error" },
    { name: "log_statement", value: "ddl" },
    { name: "log_temp_files", value: "0" },
  ],
  databaseName: {
    ...ALPHANUMERIC,
    maximumLength: 63,
    reserved: ["postgres", "template0", "template1", "cloudsqladmin"],
  },
  iamFlag: "cloudsql.iam_authentication",
  replicas: replicas(10),
  enterprisePlusFrom: [12],
  disasterRecoveryFrom: [12],
});

const mysql = googleEngine({
  ...common,
  name: "mysql",
  standardPort: 3306,
  topologies: ["read-replicas", "single-region"],
  version: {
    isValid: (version) => /^(5\.6|5\.7|8\.0(\.[0-9]{1,2})?|8\.4)$/.test(version),
    form: 'a version of MySQL such as "8.4", "8.0" or "8.0.35"',
  },
  databaseVersion: (version) => `MYSQL_${version.replaceAll(".", "_")}`,
  // root is created by Cloud SQL, deleted by the provider, and what scanners look for.
  reservedUsernames: ["root", "cloudsqladmin", "cloudsqlsuperuser", "mysql.sys"],
  masterUsernameLength: 32,
  databaseName: {
    isValid: (text) => /^[A-Za-z0-9_$-]+$/.test(text),
    form: "letters, digits, `_`, `$` and `-`",
    maximumLength: 64,
    reserved: ["mysql", "sys", "information_schema", "performance_schema"],
  },
  safeFlags: [...off("local_infile"), ...on("skip_show_database")],
  iamFlag: "cloudsql_iam_authentication",
  recovery: "binary-log",
  replicas: replicas(10),
  enterprisePlusFrom: [8, 0, 31],
  disasterRecoveryFrom: [8, 0, 31],
});

function sqlserver(name: string, edition: string, replicaFacts?: ReplicaFacts): GoogleEngine {
  return googleEngine({
    ...common,
    name,
    standardPort: 1433,
    topologies: replicaFacts === undefined ? ["single-region"] : ["read-replicas", "single-region"],
    version: {
      isValid: (version) => /^(2022|2025)$/.test(version),
      form: 'the year of a version of SQL Server, "2022" or "2025"',
    },
    databaseVersion: (version) => `SQLSERVER_${version}_${edition}`,
    reservedUsernames: ["sqlserver", "sa", "admin", "administrator", "customerdbrootrole"],
    masterUsernameLength: 128,
    supportsIamAuthentication: false,
    supportsArm: false,
    fields: ["databaseName", "characterSet", "timeZone"],
    forms: SQLSERVER_FORMS,
    storageTypes: SQLSERVER_DISKS,
    databaseName: {
      ...ALPHANUMERIC,
      maximumLength: 63,
      reserved: ["master", "model", "msdb", "tempdb"],
    },
    safeFlags: [
      ...on("3625"),
      ...off("contained database authentication", "cross db ownership chaining"),
      ...off("external scripts enabled", "remote access"),
    ],
    parameterName: {
      // Some are of several words, and trace flags are numbers.
      isValid: (text) => /^[a-z0-9][a-z0-9 ()-]*$/.test(text),
      form: "the name as the engine writes it, such as `cross db ownership chaining`",
    },
    needsRootPassword: true,
    supportsClientCertificates: false,
    replicas: replicaFacts,
    // Of SQL Server only its own edition Enterprise: https://cloud.google.com/sql/docs/sqlserver/instance-settings.
    enterprisePlusFrom: edition === "ENTERPRISE" ? [] : undefined,
  });
}

/** The engines of Cloud SQL. */
export const cloudSqlEngines: readonly GoogleEngine[] = [
  postgres,
  mysql,
  sqlserver("sqlserver-ee", "ENTERPRISE", replicas(8)),
  sqlserver("sqlserver-se", "STANDARD"),
  sqlserver("sqlserver-web", "WEB"),
  sqlserver("sqlserver-ex", "EXPRESS"),
];
