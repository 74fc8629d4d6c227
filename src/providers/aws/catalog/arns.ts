import type { KeyIdentifier, PrincipalIdentifier, SnapshotIdentifier } from "../../../model/provider-catalog";
import { partitions } from "./partitions";

const KEY_ARN = /^arn:([a-z0-9-]+):kms:([a-z0-9-]+):([0-9]{12}):key\/([A-Za-z0-9-]+)$/;
const ALIAS_ARN = /^arn:[a-z0-9-]+:kms:([a-z0-9-]+):[0-9]{12}:alias\/.+$/;

/** Takes a KMS identifier apart; only the ARN of a key (never of an alias) is a key. */
export function parseKeyIdentifier(text: string): KeyIdentifier {
  const key = KEY_ARN.exec(text);
  if (key) {
    const [, partition = "", region = "", account = "", name = ""] = key;
    // https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
    return { kind: "key", partition, region, account, name, isMultiRegion: name.startsWith("mrk-") };
  }
  const alias = ALIAS_ARN.exec(text);
  if (alias) return { kind: "alias", region: alias[1] ?? "" };
  return text.startsWith("alias/") ? { kind: "alias", region: "" } : { kind: "malformed" };
}

const IAM_PRINCIPAL = /^arn:([a-z0-9-]+):iam::[0-9]{12}:(root|(role|user)\/[\w+=,.@/-]+)$/;
const SESSION = /^arn:([a-z0-9-]+):sts::([0-9]{12}):assumed-role\/([^/]+)(\/.*)?$/;

/** `rds.amazonaws.com`, in any partition's suffix. */
function isService(text: string): boolean {
  return (
    /^[a-z0-9.-]+$/.test(text) &&
    [...partitions.values()].some(({ dnsSuffix }) => text.endsWith(`.${dnsSuffix}`))
  );
}

/** Takes a principal apart: the ARN of a role, a user or an account's root. */
export function parsePrincipal(text: string): PrincipalIdentifier {
  const principal = IAM_PRINCIPAL.exec(text);
  if (principal) return { kind: "principal", partition: principal[1] ?? "" };
  const session = SESSION.exec(text);
  if (session) return { kind: "session", role: `arn:${session[1]}:iam::${session[2]}:role/${session[3]}` };
  if (text === "*") return { kind: "everyone" };
  if (/^[0-9]{12}$/.test(text)) return { kind: "account" };
  return isService(text) ? { kind: "service" } : { kind: "malformed" };
}

const SNAPSHOT_ARN =
  /^arn:([a-z0-9-]+):rds:([a-z0-9-]+):([0-9]{12}):(cluster-)?snapshot:((?:(?:rds|awsbackup):)?[A-Za-z][A-Za-z0-9-]*)$/;
/** A manual snapshot, or with `rds:` or `awsbackup:` an automated one. */
const SNAPSHOT_ID = /^((rds|awsbackup):)?[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/;

/** Takes the name of a snapshot apart. */
export function parseSnapshot(text: string): SnapshotIdentifier {
  const arn = SNAPSHOT_ARN.exec(text);
  if (arn) {
    const [, partition = "", region = "", account = "", cluster, name = ""] = arn;
    const form = cluster === undefined ? "instance" : "cluster";
    return { kind: "full", copyName: copyNameOf(name), partition, region, account, form };
  }
  return SNAPSHOT_ID.test(text) ? { kind: "own", copyName: copyNameOf(text) } : { kind: "malformed" };
}

/** The identifier or ARN of a snapshot as RDS keeps it, whatever it was given as: in lower case. */
export function storedSnapshot(snapshot: string): string {
  return snapshot.toLowerCase();
}

/** AWS keeps names of snapshots in lower case, and only the names that it gives itself have a `:`. */
function copyNameOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
