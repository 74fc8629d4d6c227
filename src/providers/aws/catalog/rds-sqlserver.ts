import type { ReplicaFacts } from "../../../model/engine";
import { SQLSERVER_FORMS } from "../../common/sqlserver-forms";
import { rdsEngine, type AwsEngine } from "./engine";
import { SQLSERVER_FAMILIES } from "./instance-classes";
import { replicaFacts } from "./replica-facts";
import { SQLSERVER_STORAGE } from "./storage";
import { isAtLeast, numbersAtStart, type Version } from "./versions";

const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
/** From SQL Server 2014 on: the earlier ones are no longer offered. */
const VERSION = /^(1[2-9])(\.[0-9A-Za-z.]+)?$/;
/** SQL Server 2016 to 2022: SQLServer.Concepts.General.VersionSupport. */
const LINES = ["13", "14", "15", "16"];

/** A standby of the web edition is fed by its blocks, which only this version and later ones have: USER_SQLServerMultiAZ. */
const WEB_STANDBY_FROM: Version = [16, 0, 4215, 2];

interface Edition {
  readonly name: string;
  readonly supportsMultiAzOf?: AwsEngine["supportsMultiAzOf"];
  readonly replicas?: ReplicaFacts;
}

function sqlserver({ name, replicas, ...differing }: Edition): AwsEngine {
  return rdsEngine({
    name,
    standardPort: 1433,
    topologies: replicas === undefined ? ["single-region"] : ["read-replicas", "single-region"],
    version: {
      isValid: (version) => VERSION.test(version),
      form: 'a version of SQL Server 2014 or newer such as "16.00.4165.4.v1"',
    },
    knowsVersion: (version) => LINES.includes(VERSION.exec(version)?.[1] ?? ""),
    families: SQLSERVER_FAMILIES,
    supportsIamAuthentication: false,
    supportsArm: false,
    storageTypes: SQLSERVER_STORAGE,
    reservedPorts: [1234, 1434, 3260, 3343, 3389, 47_001, 49_152, 49_153, 49_154, 49_155, 49_156],
    fields: ["licenseModel", "characterSet", "timeZone"],
    forms: SQLSERVER_FORMS,
    licenseModels: ["license-included"],
    masterUsernameLength: 128,
    reservedUsernames: ["rdsadmin", "admin", "sa", "administrator", "rdsa"],
    logs: { available: ["agent", "error"], safe: ["agent", "error"] },
    parameterFamily: (version) => `${name}-${VERSION.exec(version)?.[1] ?? ""}.0`,
    // Names are words with spaces between, and numbers of trace flags.
    parameterName: {
      isValid: (text) => /^[A-Za-z0-9]+([ _.()-]+[A-Za-z0-9]+)*\)?$/.test(text),
      form: "the name as the engine writes it, such as max degree of parallelism, or the number of a trace flag",
    },
    safeParameters: () => [{ name: "rds.force_ssl", value: "1" }],
    replicas,
    ...differing,
    passwordLength: { minimum: 8, maximum: 128, source: `${RDS_API}/API_CreateDBInstance.html` },
  });
}

const REPLICAS = replicaFacts({
  maximum: 5,
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/SQLServer.ReadReplicas.Limitations.html
  hasBackups: () => false,
  // They are fed by the availability group of its Multi-AZ deployment (SQLServer.ReadReplicas.Configuration).
  needsStandby: true,
  supportsMultiAz: false,
  allowsManagedPassword: true,
  // The user guide has cross-Region replicas of SQL Server, the API reference says there are none.
  crossRegion: () => "unverified",
});

/** RDS for SQL Server, by edition. Express cannot be encrypted and is not here. */
export const sqlserverEngines: readonly AwsEngine[] = [
  sqlserver({ name: "sqlserver-ee", replicas: REPLICAS }),
  sqlserver({ name: "sqlserver-se" }),
  sqlserver({
    name: "sqlserver-web",
    supportsMultiAzOf: (version) => ({
      supported: isAtLeast(numbersAtStart(version), WEB_STANDBY_FROM),
      minimum: "16.00.4215.2",
    }),
  }),
];
