import { blocksOf, literalOf } from "../../../terraform/read-body";
import { checkov } from "../../common/policy-checks/checkov";
import { all, any, not } from "../../common/policy-checks/conditions";
import type { Condition } from "../../common/policy-checks/policy-check";
import { trivy } from "../../common/policy-checks/trivy";
import { cis } from "./cis";
import { holds, isEngine, isReplica } from "./conditions";
import { encryptedOnly, versionUnknown } from "./exceptions";

const INSTANCE = ["google_sql_database_instance"];

const SSL = "settings.ipConfiguration.sslMode";
const keepsBackups = holds("settings.backupConfiguration.enabled", true);
const isPrivate = holds("settings.ipConfiguration.ipv4Enabled", false);
/** Clients prove themselves too; SQL Server cannot ask for that. */
const asksForCertificates: Condition = any(
  holds(SSL, "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"),
  all(isEngine("SQLSERVER"), holds(SSL, "ENCRYPTED_ONLY")),
);
const isEncrypted = holds(SSL, "ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED");

const isClosed: Condition = ({ element }) => {
  const [settings = []] = blocksOf(element.body, "settings");
  return blocksOf(settings, "ipConfiguration")
    .flatMap((body) => blocksOf(body, "authorizedNetworks"))
    .every((body) => !String(literalOf(body, "value")).endsWith("/0"));
};

/** The versions that the check takes for the newest of each engine. */
const NEWEST = /^(POSTGRES_18|MYSQL_8_0|MYSQL_8_4|SQLSERVER_2022_[A-Z]+)$/;

/** Checks of instances of Cloud SQL; AlloyDB is looked at by no tool. */
export const instanceChecks = [
  checkov("CKV_GCP_14", {
    title: "Ensure all Cloud SQL database instance have backup configuration enabled",
    types: INSTANCE,
    judges: not(isReplica),
    passes: keepsBackups,
  }),
  trivy("GCP-0024", "medium", {
    title: "Enable automated backups to recover from data-loss",
    types: INSTANCE,
    judges: not(isReplica),
    passes: keepsBackups,
  }),
  cis("6.7", {
    title: "instances keep automated backups",
    types: INSTANCE,
    judges: not(isReplica),
    passes: keepsBackups,
  }),
  checkov("CKV2_GCP_20", {
    title: "Ensure MySQL DB instance has point-in-time recovery backup configured",
    types: INSTANCE,
    judges: all(isEngine("MYSQL"), not(isReplica)),
    passes: all(keepsBackups, holds("settings.backupConfiguration.binaryLogEnabled", true)),
  }),
  checkov("CKV_GCP_6", {
    title: "Ensure all Cloud SQL database instance requires all incoming connections to use SSL",
    types: INSTANCE,
    passes: asksForCertificates,
    exceptions: [encryptedOnly],
  }),
  trivy("GCP-0015", "high", {
    title: "SSL connections to a SQL database instance should be enforced",
    types: INSTANCE,
    passes: isEncrypted,
  }),
  cis("6.4", { title: "connections must be encrypted", types: INSTANCE, passes: isEncrypted }),
  checkov("CKV_GCP_60", {
    title: "Ensure Cloud SQL database does not have public IP",
    types: INSTANCE,
    passes: isPrivate,
  }),
  trivy("GCP-0017", "high", {
    title: "Ensure that Cloud SQL Database Instances are not publicly exposed",
    types: INSTANCE,
    passes: all(isPrivate, isClosed),
  }),
  cis("6.6", { title: "instances have no public address", types: INSTANCE, passes: isPrivate }),
  checkov("CKV_GCP_11", {
    title: "Ensure that Cloud SQL database Instances are not open to the world",
    types: INSTANCE,
    passes: isClosed,
  }),
  cis("6.5", { title: "no network of all addresses may connect", types: INSTANCE, passes: isClosed }),
  checkov("CKV_GCP_79", {
    title: "Ensure SQL database is using latest Major version",
    types: INSTANCE,
    passes: ({ element }) => NEWEST.test(String(literalOf(element.body, "databaseVersion"))),
    exceptions: [versionUnknown],
  }),
  checkov("CKV2_GCP_7", {
    title:
      "Ensure that a MySQL database instance does not allow anyone to connect with administrative privileges",
    types: ["google_sql_user"],
    passes: ({ element }) => !String(literalOf(element.body, "name")).startsWith("root"),
  }),
];
