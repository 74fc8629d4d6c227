import { auroraEngine, databaseNames, POSTGRESQL_DATABASES, POSTGRESQL_USERS } from "./engine";
import { AURORA_FAMILIES } from "./instance-classes";
import { laterCapacities } from "./serverless-capacity";
import { lineOf, meetsMinimumOfLine, numbersAtStart, parseVersion } from "./versions";

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

/**
 * The minor versions that Aurora has of each line: it leaves out some that PostgreSQL has.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraPostgreSQLReleaseNotes/AuroraPostgreSQL.Updates.html
 */
const MINORS: Readonly<Record<number, readonly number[]>> = {
  11: [9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21],
  12: [4, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 22],
  13: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18, 20, 21, 22, 23],
  14: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 17, 18, 19, 20, 22],
  15: [2, 3, 4, 5, 6, 7, 8, 10, 12, 13, 14, 15, 17],
  16: [1, 2, 3, 4, 6, 8, 9, 10, 11, 13],
  17: [4, 5, 6, 7, 9],
};

/** A minor version after the last one that is known may have come since; so may a major one. */
function knowsVersion(version: string): boolean {
  const [major = 0, minor] = numbersAtStart(version);
  const minors = MINORS[major];
  if (minors === undefined) return false;
  return minor === undefined || minors.includes(minor) || minor > Math.max(...minors);
}

/** Aurora PostgreSQL. */
export const auroraPostgresql = auroraEngine({
  name: "aurora-postgresql",
  standardPort: 5432,
  topologies: ["global-database", "single-region"],
  version: {
    isValid: (version) => /^(1[1-9]|[2-9][0-9])(\.[0-9]+){0,2}$/.test(version),
    form: 'a PostgreSQL version from 11 on, such as "16.6"',
  },
  knowsVersion,
  families: AURORA_FAMILIES,
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
  parameterFamily: (version) => `aurora-postgresql${lineOf(version, 1)}`,
  safeParameters: () => [
    { name: "rds.force_ssl", value: "1" },
    { name: "log_statement", value: "ddl" },
    { name: "log_min_duration_statement", value: "1000" },
  ],
  dynamicParameters: ["rds.force_ssl", "log_statement", "log_min_duration_statement"],
});
