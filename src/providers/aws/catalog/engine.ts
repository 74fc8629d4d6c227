import type { EngineFacts, SwitchValues, TextForm } from "../../../model/engine";
import { COMMON_STORAGE } from "./storage";

/** A parameter of a parameter group. */
export interface SafeParameter {
  readonly name: string;
  readonly value: string;
}

/** What the lowering must know of an engine, beside what every provider says of its engines. */
export interface AwsEngine extends EngineFacts {
  /** The family of the parameter group. */
  readonly parameterFamily: (version: string) => string;
  /** TLS forced, audit or query logging on. */
  readonly safeParameters: (version: string) => readonly SafeParameter[];
  /** Parameters that take effect at once; for any other one a reboot is the safe assumption. */
  readonly dynamicParameters: readonly string[];
  /**
   * A database's name as RDS keeps it: another one in the text would be a difference in every plan, and one that
   * replaces the instance.
   */
  readonly storedDatabaseName: (name: string) => string;
  /** The families of instance classes that it is known to run on. */
  readonly families: readonly string[];
  /** The sizes that an edition is known to run on; undefined: every size of its families. */
  readonly sizes: ReadonlySet<string> | undefined;
  /** Whether it has classes with other threads per core and more memory: `db.r6i.2xlarge.tpc2.mem4x`. */
  readonly hasMemoryClasses: boolean;
  /** Length of a master password. */
  readonly passwordLength: { readonly minimum: number; readonly maximum: number; readonly source: string };
  /** Characters that a master password must not have, and the same in words. */
  readonly passwordWithout: { readonly characters: string; readonly words: string };
}

const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";

/** A name of letters, digits and underscores that begins with a letter. */
export const ALPHANUMERIC: TextForm = {
  isValid: (text) => /^[A-Za-z][A-Za-z0-9_]*$/.test(text),
  form: "a letter, then letters, digits and `_`",
};

/** As {@link ALPHANUMERIC}, and none of the databases that the engine has for itself. */
export function databaseNames(maximumLength: number, reserved: readonly string[]) {
  return {
    isValid: (text: string) => ALPHANUMERIC.isValid(text) && !reserved.includes(text.toLowerCase()),
    form: `${ALPHANUMERIC.form}, and none of ${reserved.join(", ")}`,
    maximumLength,
  };
}

/** Databases that MySQL and its relatives have for themselves. */
export const MYSQL_DATABASES = ["mysql", "information_schema", "performance_schema", "sys"];

/** Databases that PostgreSQL and RDS have for themselves, and a name that RDS refuses. */
export const POSTGRESQL_DATABASES = ["template0", "template1", "rdsadmin", "db"];

/**
 * Names that RDS refuses as the master user of PostgreSQL, or that everyone tries first, and those that PostgreSQL keeps
 * for itself: https://www.postgresql.org/docs/current/sql-createrole.html
 */
export const POSTGRESQL_USERS = [
  ...["rdsadmin", "postgres", "admin", "user", "rdsrepladmin", "rds_superuser", "rds_replication", "pg_*"],
];

/** Names of parameters, as most engines have them. */
const PARAMETER_NAME: TextForm = {
  isValid: (text) => /^[A-Za-z][A-Za-z0-9_.-]*$/.test(text),
  form: "the name as the engine writes it, such as log_min_duration_statement",
};

/** Most engines take `1` and `0`, and nothing else. */
const ONE_ZERO: SwitchValues = { on: "1", off: "0" };

const ALWAYS = { supported: true, minimum: "any version" };
const NEVER = { supported: false, minimum: "another engine" };

type Required =
  | "name"
  | "standardPort"
  | "topologies"
  | "version"
  | "knowsVersion"
  | "families"
  | "reservedUsernames"
  | "logs"
  | "parameterFamily";
type Given = Pick<AwsEngine, Required> & Partial<AwsEngine>;

/** An Aurora engine: what is not given is as most Aurora engines have it. */
export function auroraEngine(given: Given): AwsEngine {
  return { ...COMMON, ...given, form: "cluster" };
}

/** An RDS engine: what is not given is as most RDS engines have it. */
export function rdsEngine(given: Given): AwsEngine {
  return {
    ...COMMON,
    supportsServerless: false,
    storageTypes: COMMON_STORAGE,
    supportsHeadless: false,
    supportsBackupReplication: true,
    supportsMultiAz: true,
    supportsWriteForwarding: () => NEVER,
    ...given,
    form: "instance",
  };
}

const COMMON: Omit<AwsEngine, Required> = {
  form: "cluster",
  supportsTopology: () => ALWAYS,
  supportsGlobalDatabaseIn: () => ALWAYS,
  supportsWriteForwarding: () => ALWAYS,
  supportsServerless: true,
  supportsServerlessOf: () => ALWAYS,
  capacities: [],
  supportsHeadless: true,
  supportsBacktrack: false,
  supportsIamAuthentication: true,
  supportsIamAuthenticationOf: () => ALWAYS,
  supportsInsights: () => true,
  supportsArm: true,
  sizes: undefined,
  hasMemoryClasses: false,
  storageTypes: new Map(),
  reservedPorts: [],
  supportsMultiAz: false,
  editionOf: () => undefined,
  supportsMultiAzOf: () => ALWAYS,
  supportsBackupReplication: false,
  fields: ["databaseName"],
  forms: {},
  licenseModels: [],
  databaseName: { ...ALPHANUMERIC, maximumLength: 64 },
  replicas: undefined,
  masterUsernameLength: 16,
  parameterName: PARAMETER_NAME,
  switchValues: () => ONE_ZERO,
  requiredParameters: () => [],
  safeParameters: () => [],
  dynamicParameters: [],
  storedDatabaseName: (name) => name,
  passwordLength: { minimum: 8, maximum: 41, source: `${RDS_API}/API_CreateDBCluster.html` },
  passwordWithout: { characters: '/"@ ', words: '"/", "@", a double quote or a space' },
};
