/*
 * Which logs tools want exported, by engine.
 * https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-9
 */

const MYSQL_LOGS = ["audit", "error", "general", "slowquery"];
const ORACLE_LOGS = ["alert", "audit", "listener", "trace"];
const SQLSERVER_LOGS = ["agent", "error"];

const LOGS: Readonly<Record<string, readonly string[]>> = {
  postgres: ["postgresql", "upgrade"],
  mysql: MYSQL_LOGS,
  mariadb: MYSQL_LOGS,
  "aurora-mysql": MYSQL_LOGS,
  "aurora-postgresql": ["postgresql"],
  "oracle-ee": ORACLE_LOGS,
  "oracle-ee-cdb": ORACLE_LOGS,
  "oracle-se2": ORACLE_LOGS,
  "sqlserver-ee": SQLSERVER_LOGS,
  "sqlserver-se": SQLSERVER_LOGS,
  "sqlserver-web": SQLSERVER_LOGS,
};

/** The logs of an engine that tools want exported; none for an engine that they do not know. */
export function wantedLogs(engine: string): readonly string[] {
  return LOGS[engine] ?? [];
}

/** Engines of RDS for SQL Server. */
export const SQL_SERVER = ["sqlserver-ee", "sqlserver-se", "sqlserver-web", "sqlserver-ex"];

/** Engines of RDS for Db2. */
export const DB2 = ["db2-ae", "db2-se"];
