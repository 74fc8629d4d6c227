import { oneOf } from "../../base/text";
import { error, warning } from "../definition";

const AURORA = "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide";
const RDS_API = "https://docs.aws.amazon.com/AmazonRDS/latest/APIReference";
const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";

/** Databases: backups, windows, monitoring and other numbers. */
export const databaseOperationDiagnostics = {
  "databases/out-of-range": error<{ field: string; given: number; minimum: number; maximum: number }>({
    message: ({ field, given, minimum, maximum }) =>
      `${field} is ${given}; it must be from ${minimum} to ${maximum}`,
    help: ({ minimum, maximum }) => `write a number from ${minimum} to ${maximum}`,
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
  }),
  "databases/not-a-choice": error<{ field: string; given: number; values: readonly number[] }>({
    message: ({ field, given }) => `${field} cannot be ${given}`,
    help: ({ values }) => `write one of ${values.join(", ")}`,
    sources: [
      `${RDS_API}/API_CreateDBInstance.html`,
      "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
    ],
  }),
  "databases/unknown-log": error<{
    log: string;
    engine: string;
    available: readonly string[];
    suggestion: string | undefined;
  }>({
    message: ({ log, engine, available }) =>
      `"${log}" is not a log of ${engine}: it has ${oneOf(available, "and")}`,
    help: ({ suggestion }) =>
      suggestion === undefined ? "name one of its logs" : `did you mean "${suggestion}"?`,
    sources: [`${AURORA}/USER_LogAccess.html`],
  }),
  "databases/duplicate-log": error<{ log: string }>({
    message: ({ log }) => `log "${log}" stands twice`,
    help: () => "keep one of the two",
  }),
  "databases/log-setting-without-logs": error<{ field: string }>({
    message: ({ field }) => `"${field}" would do nothing: no logs are exported`,
    help: ({ field }) => `remove ${field}, or name logs under logExports`,
  }),
  "databases/backup-region": error<{ region: string; problem: string }>({
    message: ({ region, problem }) => `"${region}" ${problem}`,
    help: () => "name another Region of the deployment",
    sources: [`${RDS}/USER_ReplicateBackups.html`],
  }),
  "databases/replication-without-backups": error<{ database: string }>({
    message: ({ database }) => `database "${database}" keeps no automated backups that could be replicated`,
    help: () => "set retentionDays to 1 or more",
    sources: [`${RDS}/USER_ReplicateBackups.html`],
  }),
  "databases/snapshot-form": error<{ snapshot: string }>({
    message: ({ snapshot }) => `"${snapshot}" is neither the identifier nor the ARN of a snapshot`,
    help: () => "write the snapshot's identifier, or its ARN",
    sources: [`${RDS_API}/API_CopyDBSnapshot.html`],
  }),
  "databases/snapshot-partition": error<{ given: string; partition: string }>({
    message: ({ given, partition }) =>
      `the snapshot is in partition ${given}, but the deployment's Regions are in ${partition}`,
    help: () => "name a snapshot of the deployment's partition",
    sources: [`${RDS_API}/API_CopyDBSnapshot.html`],
  }),
  "databases/snapshot-kind": error<{ given: string; expected: string }>({
    message: ({ given, expected }) =>
      `the snapshot is one of ${an(given)}, but the database is ${an(expected)}`,
    help: ({ expected }) => `name a snapshot of ${an(expected)}`,
    sources: [`${RDS_API}/API_CopyDBSnapshot.html`, `${RDS_API}/API_CopyDBClusterSnapshot.html`],
  }),
  "databases/no-backups": warning<{ database: string }>({
    message: ({ database }) =>
      `database "${database}" keeps no automated backups: nothing is left of it when its key or its storage is lost`,
    help: () => "set retentionDays to 1 or more",
    sources: [`${RDS}/Overview.Encryption.html`],
  }),
  "databases/no-final-snapshot": warning<{ database: string }>({
    message: ({ database }) => `database "${database}" leaves no snapshot when it is deleted`,
    help: () => "remove finalSnapshot: false",
    sources: [`${RDS_API}/API_DeleteDBInstance.html`],
  }),
  "databases/reserved-port": error<{ port: number; engine: string }>({
    message: ({ port, engine }) => `${engine} needs port ${port} for itself`,
    help: () => "choose another port",
    sources: [`${RDS_API}/API_CreateDBInstance.html`],
  }),
  "databases/duplicate-snapshot-copy": error<{ snapshot: string; region: string }>({
    message: ({ snapshot, region }) => `a snapshot of the name of "${snapshot}" is copied to ${region} twice`,
    help: () => "keep one of the two: copies are called after what they are copies of",
  }),
  "databases/window-form": error<{ window: string; form: string }>({
    message: ({ window, form }) => `"${window}" is not a window: expected ${form}`,
    help: ({ form }) => `write ${form}`,
    sources: [`${RDS_API}/API_CreateDBInstance.html`],
  }),
  "databases/window-length": error<{ window: string; minutes: number; minimum: number; maximum: number }>({
    message: ({ window, minutes, minimum, maximum }) =>
      `the window "${window}" has ${minutes} minutes; it must have from ${minimum} to ${maximum}`,
    help: ({ minimum, maximum }) => `give it from ${minimum} to ${maximum} minutes`,
    sources: [`${RDS_API}/API_CreateDBInstance.html`],
  }),
  "databases/windows-overlap": error({
    message: () => "the maintenance window overlaps the backup window",
    help: () => "move one of them",
    sources: [`${RDS_API}/API_CreateDBInstance.html`],
  }),
};

function an(form: string): string {
  return form === "cluster" ? "a cluster" : "an instance";
}
