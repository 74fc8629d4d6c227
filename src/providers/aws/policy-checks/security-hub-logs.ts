import { literalOf } from "../../../terraform/read-body";
import { all, holdsAll, isSet } from "../../common/policy-checks/conditions";
import { hasEngine, parameterOf } from "./conditions";
import { SQL_SERVER, wantedLogs } from "./engine-sets";
import { logsChosen, parameterChosen, parameterUnknown } from "./exceptions";
import type { Condition } from "../../common/policy-checks/policy-check";
import { control } from "./security-hub";

const CLUSTER = ["aws_rds_cluster"];
const INSTANCE = ["aws_db_instance"];

const exportsWantedLogs: Condition = (subject) => {
  const engine = String(literalOf(subject.element.body, "engine"));
  return holdsAll("enabledCloudwatchLogsExports", wantedLogs(engine))(subject);
};

/** Logs that an engine must send to CloudWatch Logs. */
const logControl = (
  id: string,
  noun: string,
  types: readonly string[],
  engines: readonly string[],
  logs: readonly string[],
) =>
  control(id, "medium", {
    title: `${noun} should publish logs to CloudWatch Logs: ${logs.join(", ")}`,
    types,
    judges: hasEngine(...engines),
    passes: holdsAll("enabledCloudwatchLogsExports", logs),
    exceptions: [logsChosen(() => logs)],
  });

/** The parameter by which an engine refuses connections without TLS. */
const tlsControl = (
  id: string,
  noun: string,
  engines: readonly string[],
  name: string,
  values: readonly string[],
) =>
  control(id, "medium", {
    title: `${noun} should be encrypted in transit (${name})`,
    types: INSTANCE,
    judges: all(isSet("parameterGroupName"), hasEngine(...engines)),
    passes: (subject) => values.includes(parameterOf(subject, "parameterGroupName", name) ?? ""),
    exceptions: [parameterChosen([name]), parameterUnknown([name])],
  });

/** Controls on logs and on encryption in transit. */
export const securityHubOnLogs = [
  control("RDS.9", "medium", {
    title: "RDS DB instances should publish logs to CloudWatch Logs",
    types: INSTANCE,
    judges: ({ element }) => wantedLogs(String(literalOf(element.body, "engine"))).length > 0,
    passes: exportsWantedLogs,
    exceptions: [logsChosen(wantedLogs)],
  }),
  logControl("RDS.34", "Aurora MySQL DB clusters", CLUSTER, ["aurora-mysql"], ["audit"]),
  logControl("RDS.36", "RDS for PostgreSQL DB instances", INSTANCE, ["postgres"], ["postgresql"]),
  logControl("RDS.37", "Aurora PostgreSQL DB clusters", CLUSTER, ["aurora-postgresql"], ["postgresql"]),
  logControl("RDS.40", "RDS for SQL Server DB instances", INSTANCE, SQL_SERVER, ["agent", "error"]),
  logControl("RDS.42", "RDS for MariaDB DB instances", INSTANCE, ["mariadb"], ["audit", "error"]),
  tlsControl("RDS.38", "RDS for PostgreSQL DB instances", ["postgres"], "rds.force_ssl", ["1"]),
  tlsControl("RDS.39", "RDS for MySQL DB instances", ["mysql"], "require_secure_transport", ["1", "ON"]),
  tlsControl("RDS.41", "RDS for SQL Server DB instances", SQL_SERVER, "rds.force_ssl", ["1"]),
  tlsControl("RDS.44", "RDS for MariaDB DB instances", ["mariadb"], "require_secure_transport", ["1", "ON"]),
  control("RDS.45", "medium", {
    title: "Aurora MySQL DB clusters should have audit logging enabled",
    types: CLUSTER,
    judges: hasEngine("aurora-mysql"),
    passes: (subject) => {
      const parameter = (name: string) => parameterOf(subject, "dbClusterParameterGroupName", name) ?? "";
      return parameter("server_audit_logging") === "1" && parameter("server_audit_events") !== "";
    },
    exceptions: [parameterChosen(["server_audit_logging", "server_audit_events"])],
  }),
];
