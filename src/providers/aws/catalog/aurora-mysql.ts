import { ownValue } from "../../../base/own-value";
import { auroraEngine, databaseNames, MYSQL_DATABASES } from "./engine";
import { AURORA_FAMILIES } from "./instance-classes";
import { laterCapacities } from "./serverless-capacity";
import { isAtLeast, parseVersion, type Version } from "./versions";

/** Concepts.Aurora_Fea_Regions_DB-eng.Feature.GlobalDatabase: version 2 from 2.07.0, version 3 from 3.01.0. */
const GLOBAL_DATABASE_FROM: Readonly<Record<number, Version>> = { 2: [2, 7, 0], 3: [3, 1, 0] };
/** aurora-global-database-write-forwarding-ams: 2.08.1, and every version 3. */
const WRITE_FORWARDING_FROM: Readonly<Record<number, Version>> = { 2: [2, 8, 1], 3: [3] };

/** The first version of each Region that came later, in the same table. */
const GLOBAL_DATABASE_IN_REGION_FROM: Readonly<Record<string, Version>> = {
  "ap-south-2": [3, 2, 0],
  "eu-south-2": [3, 2, 0],
  "eu-central-2": [3, 2, 0],
  "me-central-1": [3, 2, 0],
  "ap-southeast-4": [3, 3, 0],
  "ap-southeast-5": [3, 4, 0],
};
const SERVERLESS_FROM: Readonly<Record<number, Version>> = { 3: [3, 2, 0] };
/** aurora-serverless-v2-auto-pause. */
const PAUSE_FROM: Readonly<Record<number, Version>> = { 3: [3, 8, 0] };
/** aurora-serverless-v2.setting-capacity. */
const LARGE_CAPACITY_FROM: Readonly<Record<number, Version>> = { 3: [3, 6, 0] };

/** Version 2 is MySQL 5.7, version 3 is MySQL 8.0; which one MySQL 8.4 is, is yet to be seen. */
const FORM =
  /^(5\.7(?=\.mysql_aurora\.2\.)|8\.0(?=\.mysql_aurora\.3\.)|8\.4)\.mysql_aurora\.([0-9]+(\.[0-9]+)+)$/;
const MAJOR_ONLY = /^(5\.7|8\.0|8\.4)$/;
/** Without the Aurora part AWS picks a current version of the line. */
const MAJOR_LINE: Readonly<Record<string, Version>> = { "5.7": [2], "8.0": [3] };

/** Aurora MySQL. */
export const auroraMysql = auroraEngine({
  name: "aurora-mysql",
  standardPort: 3306,
  topologies: ["global-database", "single-region"],
  version: {
    isValid: (version) => FORM.test(version) || MAJOR_ONLY.test(version),
    form: 'an Aurora MySQL version such as "8.0.mysql_aurora.3.08.2"',
  },
  knowsVersion: (version) => !version.startsWith("8.4"),
  families: AURORA_FAMILIES,
  supportsTopology: (topology, version) => ({
    supported: topology !== "global-database" || meets(version, GLOBAL_DATABASE_FROM),
    minimum: "5.7.mysql_aurora.2.07.0 or 8.0.mysql_aurora.3.01.0",
  }),
  supportsWriteForwarding: (version) => ({
    supported: meets(version, WRITE_FORWARDING_FROM),
    minimum: "5.7.mysql_aurora.2.08.1 or any 8.0.mysql_aurora.3",
  }),
  supportsGlobalDatabaseIn: (region, version) => {
    const from = ownValue(GLOBAL_DATABASE_IN_REGION_FROM, region);
    if (from === undefined) return { supported: true, minimum: "" };
    return { supported: meets(version, { 3: from }), minimum: `8.0.mysql_aurora.${formatVersion(from)}` };
  },
  // aurora-serverless-v2.requirements
  supportsServerlessOf: (version) => ({
    supported: meets(version, SERVERLESS_FROM),
    minimum: "8.0.mysql_aurora.3.02.0",
  }),
  capacities: laterCapacities({
    pause: (version) => ({ supported: meets(version, PAUSE_FROM), minimum: "8.0.mysql_aurora.3.08.0" }),
    maximum: (version) => ({
      supported: meets(version, LARGE_CAPACITY_FROM),
      minimum: "8.0.mysql_aurora.3.06.0",
    }),
  }),
  databaseName: databaseNames(64, MYSQL_DATABASES),
  // USER_PerfInsights.Overview.Engines, Aurora edition
  supportsInsights: (instanceClass) => !/^db\.t[23]\./.test(instanceClass),
  // AWS makes a headless secondary cluster of Aurora MySQL by removing its reader, not by leaving it out.
  supportsHeadless: false,
  supportsBacktrack: true,
  reservedUsernames: ["rdsadmin", "admin", "root", "rdsrepladmin"],
  logs: {
    available: ["audit", "error", "general", "slowquery", "instance", "iam-db-auth-error"],
    safe: ["audit", "error", "general", "slowquery"],
  },
  // One of its own making, the only one of Aurora MySQL that is not written 1 and 0.
  switchValues: (parameter) =>
    parameter === "require_secure_transport" ? { on: "ON", off: "OFF" } : { on: "1", off: "0" },
  parameterFamily: (version) => `aurora-mysql${FORM.exec(version)?.[1] ?? version}`,
  safeParameters: () => [
    { name: "require_secure_transport", value: "ON" },
    { name: "server_audit_logging", value: "1" },
    { name: "server_audit_events", value: "CONNECT,QUERY_DCL,QUERY_DDL" },
    { name: "slow_query_log", value: "1" },
  ],
  dynamicParameters: [
    "require_secure_transport",
    "server_audit_logging",
    "server_audit_events",
    "slow_query_log",
  ],
});

/** `3.2.0` as AWS writes it: `3.02.0`. */
function formatVersion([major = 0, minor = 0, patch = 0]: Version): string {
  return `${major}.${String(minor).padStart(2, "0")}.${patch}`;
}

function meets(version: string, lines: Readonly<Record<number, Version>>): boolean {
  const aurora = parseVersion(FORM.exec(version)?.[2] ?? "") ?? ownValue(MAJOR_LINE, version);
  if (aurora === undefined) return true;
  const minimum = lines[aurora[0] ?? 0];
  return minimum === undefined ? (aurora[0] ?? 0) > 3 : isAtLeast(aurora, minimum);
}
