import type { ReplicaFacts } from "../../../model/engine";
import { rdsEngine, type AwsEngine } from "./engine";
import { ORACLE_FAMILIES, ORACLE_SE2_SIZES } from "./instance-classes";
import { replicaFacts } from "./replica-facts";
import { ORACLE_STORAGE } from "./storage";

const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const VERSION = /^([0-9]+)(\.[0-9A-Za-z.-]+)?$/;

interface Edition {
  readonly name: string;
  /** The major versions that RDS has of it: from 21 on Oracle has container databases only. */
  readonly majors: readonly string[];
  readonly licenseModels: readonly string[];
  readonly replicas?: ReplicaFacts;
  readonly sizes?: ReadonlySet<string>;
}

function oracle({ name, majors, licenseModels, replicas, sizes }: Edition): AwsEngine {
  return rdsEngine({
    name,
    standardPort: 1521,
    topologies: replicas === undefined ? ["single-region"] : ["read-replicas", "single-region"],
    version: {
      isValid: (version) => majors.includes(VERSION.exec(version)?.[1] ?? ""),
      form: `an Oracle version ${majors.join(" or ")} such as "19.0.0.0.ru-2024-10.rur-2024-10.r1"`,
    },
    // The form names them all.
    knowsVersion: () => true,
    families: ORACLE_FAMILIES,
    sizes,
    hasMemoryClasses: true,
    supportsIamAuthentication: false,
    supportsArm: false,
    storageTypes: ORACLE_STORAGE,
    fields: ["licenseModel", "characterSet", "databaseName"],
    forms: {
      // Written otherwise it would be a difference in every plan, and one that replaces the instance.
      characterSet: {
        isValid: (text) => /^[A-Z][A-Z0-9]*$/.test(text),
        form: "the name of a character set in capitals, such as AL32UTF8",
      },
    },
    licenseModels,
    // The name of the database is its SID.
    databaseName: {
      isValid: (text) => /^[A-Za-z][A-Za-z0-9]*$/.test(text),
      form: "a letter, then letters and digits",
      maximumLength: 8,
    },
    storedDatabaseName: (databaseName) => databaseName.toUpperCase(),
    masterUsernameLength: 30,
    reservedUsernames: ["rdsadmin", "admin", "sys", "system", "sysdba", "oracle"],
    logs: {
      available: ["alert", "audit", "listener", "oemagent", "trace"],
      safe: ["alert", "audit", "listener", "trace"],
    },
    parameterFamily: (version) => `${name}-${VERSION.exec(version)?.[1] ?? ""}`,
    parameterName: {
      isValid: (text) => /^_{0,2}[A-Za-z][A-Za-z0-9_.$-]*$/.test(text),
      form: "the name as the engine writes it, such as open_cursors",
    },
    // TLS of Oracle is an option, not a parameter.
    safeParameters: () => [{ name: "audit_trail", value: "DB" }],
    switchValues: () => ({ on: "TRUE", off: "FALSE" }),
    replicas,
    passwordLength: { minimum: 8, maximum: 30, source: `${RDS_API}/API_CreateDBInstance.html` },
    passwordWithout: {
      characters: `/"@ &'`,
      words: '"/", "@", "&", a single or double quote or a space',
    },
  });
}

const BYOL = ["bring-your-own-license"];
const REPLICAS = replicaFacts({
  maximum: 5,
  takesParameterGroup: true,
  modes: ["open-read-only", "mounted"],
});

/** RDS for Oracle, by edition. */
export const oracleEngines: readonly AwsEngine[] = [
  oracle({ name: "oracle-ee", majors: ["19"], licenseModels: BYOL, replicas: REPLICAS }),
  oracle({ name: "oracle-ee-cdb", majors: ["19", "21"], licenseModels: BYOL, replicas: REPLICAS }),
  oracle({
    name: "oracle-se2",
    majors: ["19"],
    licenseModels: ["license-included", ...BYOL],
    sizes: ORACLE_SE2_SIZES,
  }),
];
