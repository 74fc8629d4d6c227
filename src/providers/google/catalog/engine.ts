import type { EngineFacts, TextForm } from "../../../model/engine";

/** A flag of a database. */
export interface DatabaseFlag {
  readonly name: string;
  readonly value: string;
}

/** A product of Google Cloud that databases are made with; each has a service agent of its own. */
export type DatabaseProduct = "cloud-sql" | "alloydb";

/** What the lowering must know of an engine, beside what every provider says of its engines. */
export interface GoogleEngine extends EngineFacts {
  readonly product: DatabaseProduct;
  /** The version as Google writes it: `POSTGRES_16`. */
  readonly databaseVersion: (version: string) => string;
  /** Auditing and logging on, as the benchmarks ask for. */
  readonly safeFlags: readonly DatabaseFlag[];
  /** The flag that lets people and services sign in with IAM. */
  readonly iamFlag: string | undefined;
  /** What recovery to a point in time goes by. */
  readonly recovery: "binary-log" | "write-ahead-log";
  /** Whether the engine asks for a password of its own administrator. */
  readonly needsRootPassword: boolean;
  /** Whether clients can be asked for a certificate. */
  readonly supportsClientCertificates: boolean;
  /** From which version on it has edition Enterprise Plus; undefined where it has not. */
  readonly enterprisePlusFrom: readonly number[] | undefined;
  /** From which version on a replica can be kept for disaster recovery, as it is written here. */
  readonly disasterRecoveryFrom: readonly number[] | undefined;
}

const ALWAYS = { supported: true, minimum: "any version" };
const NEVER = { supported: false, minimum: "another engine" };

/** A name of letters, digits and underscores that begins with a letter. */
export const ALPHANUMERIC: TextForm = {
  isValid: (text) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(text),
  form: "a letter or `_`, then letters, digits and `_`",
};

type Required =
  | "name"
  | "form"
  | "product"
  | "standardPort"
  | "topologies"
  | "version"
  | "databaseVersion"
  | "safeFlags"
  | "reservedUsernames";

/** An engine: what is not given is as most engines have it. */
export function googleEngine(given: Pick<GoogleEngine, Required> & Partial<GoogleEngine>): GoogleEngine {
  return { ...COMMON, ...given };
}

const COMMON: Omit<GoogleEngine, Required> = {
  knowsVersion: () => true,
  supportsTopology: () => ALWAYS,
  supportsGlobalDatabaseIn: () => ALWAYS,
  supportsWriteForwarding: () => NEVER,
  supportsServerless: false,
  supportsServerlessOf: () => NEVER,
  capacities: [],
  supportsHeadless: false,
  supportsBacktrack: false,
  supportsIamAuthentication: true,
  supportsIamAuthenticationOf: () => ALWAYS,
  supportsInsights: () => true,
  supportsArm: true,
  supportsMultiAz: true,
  supportsMultiAzOf: () => ALWAYS,
  editionOf: () => undefined,
  supportsBackupReplication: false,
  fields: ["databaseName"],
  forms: {},
  licenseModels: [],
  databaseName: { ...ALPHANUMERIC, maximumLength: 63 },
  replicas: undefined,
  storageTypes: new Map(),
  reservedPorts: [],
  masterUsernameLength: 63,
  parameterName: {
    isValid: (text) => /^[a-z][a-z0-9_.]*$/.test(text),
    form: "the name as the engine writes it, such as log_min_duration_statement",
  },
  logs: { available: [], safe: [] },
  switchValues: () => ({ on: "on", off: "off" }),
  requiredParameters: () => [],
  iamFlag: undefined,
  recovery: "write-ahead-log",
  needsRootPassword: false,
  supportsClientCertificates: true,
  enterprisePlusFrom: undefined,
  disasterRecoveryFrom: undefined,
};
