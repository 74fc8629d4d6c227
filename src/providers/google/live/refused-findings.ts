import type {
  Finding,
  ResourceTransition,
  ReviewedResource,
  ReviewValue,
} from "../../../terraform/live-behaviour";
import { sidesOf, textOf, valueAt, type Sides } from "../../common/live/transition";
import { isDowngrade } from "./engine-versions";
import { replicasOf } from "./migration-parts";

const AUTHORITY = "settings.ip_configuration.server_ca_mode";

/** What Google fixes at creation, or does in no way that is known to be safe. */
export function refusedFindings(
  transition: ResourceTransition,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  const sides = sidesOf(transition, { [AUTHORITY]: "GOOGLE_MANAGED_INTERNAL_CA" });
  if (!sides.stays) return [];
  return [
    ...fixedKey(sides, transition.action),
    ...sourceOfReplicas(transition, all),
    ...fixedAuthority(sides),
    ...downgrade(sides),
    ...keyThatStays(transition),
    ...fixedDuration(sides),
    ...majorVersion(transition, sides, all),
    ...diskType(sides, transition.action),
  ];
}

function refused(code: string, message: string): Finding {
  return { kind: "refused", code, message };
}

/** The key of the storage of a database, by its type. */
const KEYS: Readonly<Record<string, string>> = {
  google_sql_database_instance: "encryption_key_name",
  google_alloydb_cluster: "encryption_config.kms_key_name",
};

/** https://cloud.google.com/sql/docs/postgres/cmek, https://cloud.google.com/alloydb/docs/cmek */
function fixedKey(
  { type, before, after, differs }: Sides,
  action: ResourceTransition["action"],
): readonly Finding[] {
  const argument = KEYS[type];
  if (argument === undefined || action !== "replace" || !differs(argument)) return [];
  return [
    refused(
      "key-fixed",
      `The key of a database is fixed when it is created: to go from ${keyText(before(argument))} to ${keyText(after(argument))}, Terraform destroys the database and creates an empty one.`,
    ),
  ];
}

function keyText(key: ReviewValue | undefined): string {
  return key === undefined ? "Google's default encryption" : `\`${textOf(key)}\``;
}

/** https://cloud.google.com/sql/docs/postgres/delete-instance */
function sourceOfReplicas(
  { before, action }: ResourceTransition,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  if (action !== "replace" || before?.type !== "google_sql_database_instance") return [];
  const staying = replicasOf(before, all).filter((replica) =>
    all.some((one) => one.before === replica && one.after !== undefined && one.action !== "replace"),
  );
  if (staying.length === 0) return [];
  const names = staying.map((replica) => textOf(replica.arguments["name"]));
  return [
    refused(
      "has-replicas",
      `Cloud SQL deletes no instance while it has read replicas (${names.join(", ")}), and Terraform leaves them where they are.`,
    ),
  ];
}

/** "Updating server CA mode is currently not supported": https://github.com/GoogleCloudPlatform/k8s-config-connector/issues/4514. */
function fixedAuthority({ type, before, after, differs }: Sides): readonly Finding[] {
  if (type !== "google_sql_database_instance" || !differs(AUTHORITY)) return [];
  return [
    refused(
      "certificate-authority-fixed",
      `Cloud SQL does not change the certificate authority of an instance that stands, as from ${textOf(before(AUTHORITY))} to ${textOf(after(AUTHORITY))}. Take \`caCertificate\` back; another database can have the other one.`,
    ),
  ];
}

/** https://cloud.google.com/sql/docs/postgres/upgrade-major-db-version-inplace */
function downgrade({ type, before, after }: Sides): readonly Finding[] {
  const [from, to] = [textOf(before("database_version")), textOf(after("database_version"))];
  if (KEYS[type] === undefined || !isDowngrade(from, to)) return [];
  return [
    refused(
      "engine-downgrade",
      `No engine goes back, as from ${from} to ${to}. Build the older version beside this one, and move the data.`,
    ),
  ];
}

/** A key that the text takes away, or changes where that is ignored, stays as it is. */
function keyThatStays({ before, withoutEffect = [] }: ResourceTransition): readonly Finding[] {
  const change = withoutEffect.find(({ name }) => name === "encryption_key_name");
  if (change === undefined) return [];
  const why =
    change.because === "ignored"
      ? "it is ignored, since Google fixes the key when the instance is created"
      : "Google takes the key of no instance away, and the provider sees no change in it";
  const key = before?.arguments["encryption_key_name"];
  return [
    {
      kind: "security",
      code: "key-stays",
      message: `The instance keeps ${keyText(key)} whatever the text says: ${why}.${key === undefined ? "" : " That key must not go."}`,
    },
  ];
}

function fixedDuration({ type, differs }: Sides): readonly Finding[] {
  if (type !== "google_kms_crypto_key" || !differs("destroy_scheduled_duration")) return [];
  return [
    refused(
      "destroy-duration-fixed",
      "How long a version waits for its destruction is fixed when the key is created: Terraform destroys all versions of this key, and cannot create another one under its name. Take `deletionWindowDays` back.",
    ),
  ];
}

/** https://cloud.google.com/alloydb/docs/upgrade-db-in-place-major-version says nothing sure of secondary clusters. */
function majorVersion(
  { after, action }: ResourceTransition,
  { type, differs }: Sides,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  if (type !== "google_alloydb_cluster" || !differs("database_version") || action === "replace") return [];
  if (after === undefined || !isOfGlobalDatabase(after, all)) return [];
  return [
    refused(
      "global-upgrade",
      "A new major version of a cluster with secondary clusters is not known to be taken in place: upgrade a copy first, or build the new version beside this one and move the data.",
    ),
  ];
}

function isOfGlobalDatabase(cluster: ReviewedResource, all: readonly ResourceTransition[]): boolean {
  if (cluster.arguments["secondary_config"] !== undefined) return true;
  const id = textOf(cluster.arguments["cluster_id"]);
  return all.some(({ after }) => {
    const source = textOf(valueAt(after?.arguments, "secondary_config.primary_cluster_name"));
    return source.endsWith(`/${id}`) || source.startsWith(`${cluster.address}.`);
  });
}

/** https://github.com/hashicorp/terraform-provider-google/blob/main/CHANGELOG.md: since 7.44 it is changed in place. */
function diskType({ type, differs }: Sides, action: ResourceTransition["action"]): readonly Finding[] {
  if (type !== "google_sql_database_instance" || action !== "replace" || !differs("settings.disk_type"))
    return [];
  return [
    {
      kind: "note",
      code: "disk-type-by-version",
      message:
        "From version 7.44 on the provider changes the disk type in place, before that it replaces the instance: `terraform plan` tells.",
    },
  ];
}
