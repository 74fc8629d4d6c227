import { not } from "../../common/policy-checks/conditions";
import { checkov } from "../../common/policy-checks/checkov";
import type { Condition, ResourceCheck } from "../../common/policy-checks/policy-check";
import { trivy } from "../../common/policy-checks/trivy";
import { cis } from "./cis";
import { flagOf, isEngine } from "./conditions";
import { flagChosen } from "./exceptions";

/*
 * Checks of flags of Cloud SQL: what each tool calls them, and what it takes for good. AlloyDB is looked at by none.
 */

const INSTANCE = ["google_sql_database_instance"];

type Engine = Parameters<typeof isEngine>[0];

/** A flag, and what a tool makes of it. */
interface FlagRow {
  readonly engine: Engine;
  readonly flag: string;
  /** The value that passes. */
  readonly value: string;
  /** Whether a flag that is not given passes too. */
  readonly whenAbsent: boolean;
  readonly checkov?: readonly [id: string, title: string];
  readonly trivy?: readonly [id: string, title: string];
  readonly cis?: string;
}

const MUST: Pick<FlagRow, "whenAbsent"> = { whenAbsent: false };
const MAY: Pick<FlagRow, "whenAbsent"> = { whenAbsent: true };
const on = (engine: Engine, flag: string) => ({ engine, flag, value: "on" });
const off = (engine: Engine, flag: string) => ({ engine, flag, value: "off" });

const POSTGRES: readonly FlagRow[] = [
  {
    ...on("POSTGRES", "log_checkpoints"),
    ...MUST,
    checkov: ["CKV_GCP_51", "Ensure PostgreSQL database 'log_checkpoints' flag is set to 'on'"],
    trivy: ["GCP-0025", "Ensure that logging of checkpoints is enabled"],
  },
  {
    ...on("POSTGRES", "log_connections"),
    ...MUST,
    checkov: ["CKV_GCP_52", "Ensure PostgreSQL database 'log_connections' flag is set to 'on'"],
    trivy: ["GCP-0016", "Ensure that logging of connections is enabled"],
    cis: "6.2.2",
  },
  {
    ...on("POSTGRES", "log_disconnections"),
    ...MUST,
    checkov: ["CKV_GCP_53", "Ensure PostgreSQL database 'log_disconnections' flag is set to 'on'"],
    trivy: ["GCP-0022", "Ensure that logging of disconnections is enabled"],
    cis: "6.2.3",
  },
  {
    ...on("POSTGRES", "log_lock_waits"),
    ...MUST,
    checkov: ["CKV_GCP_54", "Ensure PostgreSQL database 'log_lock_waits' flag is set to 'on'"],
    trivy: ["GCP-0020", "Ensure that logging of lock waits is enabled"],
  },
  {
    ...on("POSTGRES", "log_hostname"),
    ...MUST,
    checkov: ["CKV_GCP_108", "Ensure hostnames are logged for GCP PostgreSQL databases"],
  },
  {
    engine: "POSTGRES",
    flag: "log_min_error_statement",
    value: "error",
    ...MUST,
    checkov: ["CKV_GCP_109", "Ensure the GCP PostgreSQL database log levels are set to ERROR or lower"],
    cis: "6.2.6",
  },
  {
    ...on("POSTGRES", "cloudsql.enable_pgaudit"),
    ...MUST,
    checkov: ["CKV_GCP_110", "Ensure pgAudit is enabled for your GCP PostgreSQL database"],
    cis: "6.2.8",
  },
  {
    engine: "POSTGRES",
    flag: "log_statement",
    value: "ddl",
    ...MUST,
    checkov: ["CKV_GCP_111", "Ensure GCP PostgreSQL logs SQL statements"],
    cis: "6.2.4",
  },
  {
    ...on("POSTGRES", "log_duration"),
    ...MUST,
    checkov: ["CKV2_GCP_13", "Ensure PostgreSQL database flag 'log_duration' is set to 'on'"],
  },
  {
    engine: "POSTGRES",
    flag: "log_min_messages",
    value: "warning",
    ...MAY,
    checkov: ["CKV_GCP_55", "Ensure PostgreSQL database 'log_min_messages' flag is set to a valid value"],
    trivy: ["GCP-0018", "Ensure that Postgres errors are logged"],
    cis: "6.2.5",
  },
  {
    engine: "POSTGRES",
    flag: "log_temp_files",
    value: "0",
    ...MAY,
    checkov: ["CKV_GCP_56", "Ensure PostgreSQL database 'log_temp_files' flag is set to '0'"],
  },
  {
    engine: "POSTGRES",
    flag: "log_temp_files",
    value: "0",
    ...MUST,
    trivy: ["GCP-0014", "Temporary file logging should be enabled for all temporary files"],
  },
  {
    engine: "POSTGRES",
    flag: "log_min_duration_statement",
    value: "-1",
    ...MAY,
    checkov: ["CKV_GCP_57", "Ensure PostgreSQL database 'log_min_duration_statement' flag is set to '-1'"],
    trivy: ["GCP-0021", "Ensure that logging of long statements is disabled"],
    cis: "6.2.7",
  },
  ...["executor", "parser", "planner", "statement"].map((part, index): FlagRow => ({
    ...off("POSTGRES", `log_${part}_stats`),
    ...MAY,
    checkov: [
      `CKV2_GCP_${14 + index}`,
      `Ensure PostgreSQL database flag 'log_${part}_stats' is set to 'off'`,
    ],
  })),
  { engine: "POSTGRES", flag: "log_error_verbosity", value: "default", ...MAY, cis: "6.2.1" },
];

const MYSQL: readonly FlagRow[] = [
  {
    ...off("MYSQL", "local_infile"),
    ...MUST,
    checkov: ["CKV_GCP_50", "Ensure MySQL database 'local_infile' flag is set to 'off'"],
    trivy: ["GCP-0026", "Disable local_infile setting in MySQL"],
    cis: "6.1.3",
  },
  { ...on("MYSQL", "skip_show_database"), ...MUST, cis: "6.1.2" },
];

const SQLSERVER: readonly FlagRow[] = [
  {
    ...off("SQLSERVER", "cross db ownership chaining"),
    ...MUST,
    checkov: ["CKV_GCP_58", "Ensure SQL database 'cross db ownership chaining' flag is set to 'off'"],
    trivy: ["GCP-0019", "Cross-database ownership chaining should be disabled"],
    cis: "6.3.2",
  },
  {
    ...off("SQLSERVER", "contained database authentication"),
    ...MUST,
    checkov: ["CKV_GCP_59", "Ensure SQL database 'contained database authentication' flag is set to 'off'"],
    trivy: ["GCP-0023", "Contained database authentication should be disabled"],
    cis: "6.3.7",
  },
  { ...off("SQLSERVER", "external scripts enabled"), ...MUST, cis: "6.3.1" },
  { ...off("SQLSERVER", "remote access"), ...MUST, cis: "6.3.5" },
  { ...on("SQLSERVER", "3625"), ...MUST, cis: "6.3.6" },
];

function checksOf({ engine, flag, value, whenAbsent, ...tools }: FlagRow): readonly ResourceCheck[] {
  const passes: Condition = (subject) => {
    const given = flagOf(subject, flag);
    return given === undefined ? whenAbsent : given === value;
  };
  const row = (title: string) => ({
    title,
    types: INSTANCE,
    judges: isEngine(engine),
    passes,
    exceptions: [flagChosen(flag)],
  });
  return [
    ...(tools.checkov === undefined ? [] : [checkov(tools.checkov[0], row(tools.checkov[1]))]),
    ...(tools.trivy === undefined ? [] : [trivy(tools.trivy[0], "medium", row(tools.trivy[1]))]),
    ...(tools.cis === undefined ? [] : [cis(tools.cis, row(`${flag} is ${value}`))]),
  ];
}

/** Every check of a flag. */
export const flagChecks: readonly ResourceCheck[] = [
  ...[...POSTGRES, ...MYSQL, ...SQLSERVER].flatMap(checksOf),
  cis("6.3.4", {
    title: "the flag user options is not set",
    types: INSTANCE,
    judges: isEngine("SQLSERVER"),
    passes: not((subject) => flagOf(subject, "user options") !== undefined),
    exceptions: [flagChosen("user options")],
  }),
];
