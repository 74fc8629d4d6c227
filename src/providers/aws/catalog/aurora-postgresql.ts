import { auroraEngine, databaseNames, POSTGRESQL_DATABASES, POSTGRESQL_USERS } from "./engine";
import { laterCapacities } from "./serverless-capacity";
import { meetsMinimumOfLine, parseVersion } from "./versions";

/** Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase: the first minor version of each major line. */
const GLOBAL_DATABASE_FROM = [
  [11, 13],
  [12, 8],
  [13, 4],
  [14, 3],
];
const SERVERLESS_FROM = [
  [13, 6],
  [14, 3],
];
/** aurora-serverless-v2-auto-pause. */
const PAUSE_FROM = [
  [13, 15],
  [14, 12],
  [15, 7],
  [16, 3],
];
/** aurora-serverless-v2.setting-capacity. */
const LARGE_CAPACITY_FROM = [
  [13, 13],
  [14, 10],
  [15, 5],
  [16, 1],
];
/** aurora-global-database-write-forwarding-apg. */
const WRITE_FORWARDING_FROM = [[14, 9], [15, 4], [16]];

/** Aurora PostgreSQL. */
export const auroraPostgresql = auroraEngine({
  name: "aurora-postgresql",
  standardPort: 5432,
  topologies: ["global-database", "single-region"],
  version: {
    isValid: (version) => /^[1-9][0-9](\.[0-9]+){0,2}$/.test(version),
    form: 'a PostgreSQL version from 10 on, such as "16.6"',
  },
  supportsTopology: (topology, version) => ({
    supported:
      topology !== "global-database" ||
      version === "11.9" ||
      meetsMinimumOfLine(parseVersion(version) ?? [], GLOBAL_DATABASE_FROM),
    minimum: "11.9, or 11.13, 12.8, 13.4 or 14.3 of those major versions, or any later major version",
  }),
  // aurora-serverless-v2.requirements
  supportsServerlessOf: (version) => ({
    supported: meetsMinimumOfLine(parseVersion(version) ?? [], SERVERLESS_FROM),
    minimum: "13.6 or 14.3 of those major versions, or any later major version",
  }),
  capacities: laterCapacities({
    pause: (version) => ({
      supported: meetsMinimumOfLine(parseVersion(version) ?? [], PAUSE_FROM),
      minimum: "13.15, 14.12, 15.7 or 16.3 of those major versions, or any later major version",
    }),
    maximum: (version) => ({
      supported: meetsMinimumOfLine(parseVersion(version) ?? [], LARGE_CAPACITY_FROM),
      minimum: "13.13, 14.10, 15.5 or 16.1 of those major versions, or any later major version",
    }),
  }),
  databaseName: databaseNames(64, POSTGRESQL_DATABASES),
  supportsWriteForwarding: (version) => ({
    supported: meetsMinimumOfLine(parseVersion(version) ?? [], WRITE_FORWARDING_FROM),
    minimum: "14.9, 15.4 or 16",
  }),
  reservedUsernames: POSTGRESQL_USERS,
  logs: { available: ["postgresql", "instance", "iam-db-auth-error"], safe: ["postgresql"] },
  parameterFamily: (version) => `aurora-postgresql${parseVersion(version)?.[0] ?? ""}`,
  safeParameters: () => [
    { name: "rds.force_ssl", value: "1" },
    { name: "log_statement", value: "ddl" },
    { name: "log_min_duration_statement", value: "1000" },
  ],
  dynamicParameters: ["rds.force_ssl", "log_statement", "log_min_duration_statement"],
});
