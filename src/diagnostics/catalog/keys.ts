import { oneOf } from "../../base/text";
import { error, warning } from "../definition";

const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide";
const KMS_API = "https://docs.aws.amazon.com/kms/latest/APIReference";
const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";
const BLOG =
  "https://aws.amazon.com/blogs/database/choose-the-right-type-of-aws-kms-key-to-encrypt-amazon-rds-and-aurora-global-database/";

/** What happens to a database whose key is disabled, by what the key is for. */
const CONSEQUENCES = {
  storage: "for its storage: the database becomes inaccessible, and is lost after seven days",
  secret: "for its master secret: the password cannot be read or rotated",
  insights: "for Performance Insights: what is encrypted under it cannot be read",
  logs: "for its logs: what is encrypted under it cannot be read",
  "backup-replication": "for its replicated backups: they cannot be restored",
  "snapshot-copy": "for copies of its snapshots: they cannot be restored",
} as const;

/** Key sets. */
export const keyDiagnostics = {
  "keys/region-not-in-deployment": error<{
    keySet: string;
    region: string;
    regions: readonly string[];
    suggestion: string | undefined;
  }>({
    message: ({ keySet, region, regions }) =>
      `key set "${keySet}" names "${region}", which is not a Region of the deployment (${oneOf(regions, "and")})`,
    help: ({ region, suggestion }) =>
      suggestion === undefined
        ? `add "${region}" to regions, or remove it here`
        : `did you mean "${suggestion}"?`,
  }),
  "keys/duplicate-region": error<{ keySet: string; region: string }>({
    message: ({ keySet, region }) => `key set "${keySet}" names Region "${region}" twice`,
    help: () => "keep one of the two",
    sources: [`${KMS_API}/API_ReplicateKey.html`],
  }),
  "keys/region-not-in-key-set": error<{ keySet: string; region: string; field: string }>({
    message: ({ keySet, region, field }) =>
      `key set "${keySet}" has no key in "${region}", so its ${field} there would do nothing`,
    help: ({ region }) => `add "${region}" to the regions of the key set, or remove it here`,
  }),
  "keys/primary-region-missing": error<{ keySet: string; region: string }>({
    message: ({ keySet, region }) =>
      `multi-Region key set "${keySet}" leaves out primaryRegion "${region}", where its primary key must be`,
    help: ({ region }) => `add "${region}" to its regions`,
    sources: [`${KMS}/multi-region-keys-overview.html`],
  }),
  "keys/field-not-applicable": error<{ field: string; strategy: string; strategies: readonly string[] }>({
    message: ({ field, strategy, strategies }) =>
      `"${field}" does not apply to strategy "${strategy}"; it is for ${oneOf(strategies)}`,
    help: () => "remove it, or choose another strategy",
    sources: [`${KMS}/concepts.html#key-mgmt`],
  }),
  "keys/duplicate-purpose": error<{ purpose: string }>({
    message: ({ purpose }) => `purpose "${purpose}" stands twice`,
    help: () => "keep one of the two",
  }),
  "keys/purpose-not-for-strategy": error<{ purpose: string; strategy: string }>({
    message: ({ purpose, strategy }) =>
      `a key of strategy "${strategy}" cannot serve purpose "${purpose}": only the provider's own services may use it`,
    help: () => "choose a customer managed strategy",
    sources: [`${KMS}/concepts.html#aws-managed-cmk`],
  }),
  "keys/out-of-range": error<{ field: string; given: number; minimum: number; maximum: number }>({
    message: ({ field, given, minimum, maximum }) =>
      `${field} is ${given}; it must be from ${minimum} to ${maximum}`,
    help: ({ minimum, maximum }) => `write a number from ${minimum} to ${maximum}`,
    sources: [`${KMS_API}/API_EnableKeyRotation.html`, `${KMS_API}/API_ScheduleKeyDeletion.html`],
  }),
  "keys/description-too-long": error<{ length: number; maximum: number }>({
    message: ({ length, maximum }) =>
      `the description has ${length} characters; at most ${maximum} are allowed`,
    help: () => "shorten it",
    sources: [`${KMS_API}/API_CreateKey.html`],
  }),
  "keys/alias-reserved": error<{ alias: string; provider: string }>({
    message: ({ alias, provider }) => `alias "${alias}" belongs to ${provider}`,
    help: () => "choose a name that is not aws and does not begin with aws/",
    sources: [`${KMS_API}/API_CreateAlias.html`],
  }),
  "keys/alias-too-long": error<{ length: number; maximum: number }>({
    message: ({ length, maximum }) => `the alias has ${length} characters; at most ${maximum} are allowed`,
    help: () => "shorten it",
    sources: [`${KMS_API}/API_CreateAlias.html`],
  }),
  "keys/alias-clash": error<{ alias: string; keySet: string; regions: readonly string[]; other: string }>({
    message: ({ alias, keySet, regions, other }) =>
      keySet === other
        ? `key set "${keySet}" has alias "${alias}" twice`
        : `alias "${alias}" is also the alias of key set "${other}" in ${oneOf(regions, "and")}; an alias names one key`,
    help: () => "choose another alias",
    sources: [`${KMS_API}/API_CreateAlias.html`],
  }),
  "keys/unknown-spec": error<{ spec: string; known: readonly string[]; suggestion: string | undefined }>({
    message: ({ spec }) => `"${spec}" is not a key spec`,
    help: ({ suggestion, known }) =>
      suggestion === undefined ? `use one of ${known.join(", ")}` : `did you mean "${suggestion}"?`,
    sources: [`${KMS}/symm-asymm-choose-key-spec.html`],
  }),
  "keys/spec-partition": error<{ spec: string; partition: string }>({
    message: ({ spec, partition }) => `key spec ${spec} exists in partition ${partition} only`,
    help: () => "choose another spec",
    sources: [`${KMS}/symm-asymm-choose-key-spec.html`],
  }),
  "keys/usage-undecided": error<{ spec: string; purposes: readonly string[]; usages: readonly string[] }>({
    message: ({ spec, purposes, usages }) =>
      `a key of spec ${spec} can be for ${oneOf(usages)}, and purpose ${oneOf(purposes, "and")} does not say which`,
    help: () => "add usage",
    sources: [`${KMS_API}/API_CreateKey.html`],
  }),
  "keys/usage-not-in-spec": error<{ usage: string; spec: string; usages: readonly string[] }>({
    message: ({ usage, spec, usages }) =>
      `a key of spec ${spec} cannot have usage ${usage}; it has ${oneOf(usages)}`,
    help: () => "change the usage or the spec",
    sources: [`${KMS_API}/API_CreateKey.html`],
  }),
  "keys/purpose-needs-symmetric": error<{ purpose: string; spec: string; isDefault: boolean }>({
    message: ({ purpose, spec }) => `purpose "${purpose}" needs a symmetric encryption key, not spec ${spec}`,
    help: ({ purpose, isDefault }) =>
      isDefault
        ? `add purpose, which is [${purpose}] where it is not written`
        : "use spec symmetric, or a key set of its own for the other purpose",
    sources: [`${KMS}/services-rds.html`],
  }),
  "keys/purpose-usage": error<{
    purpose: string;
    asked: string;
    usage: string;
    spec: string;
    /** Those with the usage that is asked for. */
    specs: readonly string[];
    isUsageWritten: boolean;
    /** Whether another purpose needs the usage that the key has. */
    isShared: boolean;
  }>({
    message: ({ purpose, asked, usage, spec }) =>
      `purpose "${purpose}" needs usage ${asked}, but a key of spec ${spec} is for ${usage} here`,
    help: ({ purpose, asked, specs, isUsageWritten, isShared }) => {
      if (isUsageWritten) return `write usage: ${asked}, or give purpose ${purpose} a key set of its own`;
      const choose = `a spec for the purpose, such as ${specs[0] ?? ""}`;
      return isShared ? `give purpose ${purpose} a key set of its own, with ${choose}` : `choose ${choose}`;
    },
    sources: [`${KMS}/symm-asymm-choose-key-spec.html`],
  }),
  "keys/rotation-not-possible": error<{ reason: string }>({
    message: ({ reason }) => `keys with ${reason} are not rotated automatically`,
    help: () => "remove rotation",
    sources: [`${KMS_API}/API_EnableKeyRotation.html`],
  }),
  "keys/material-in-state": warning<{ keySet: string }>({
    message: ({ keySet }) =>
      `key material of "${keySet}" that is given through the variable would stand in Terraform's state`,
    help: () => "leave the variable null and import the material by other means, then accept this warning",
    sources: [`${KMS}/importing-keys.html`],
  }),
  "keys/too-many-aliases": error<{ count: number; maximum: number }>({
    message: ({ count, maximum }) => `a key would have ${count} aliases; at most ${maximum} are allowed`,
    help: () => "remove some",
    sources: [`${KMS}/resource-limits.html`],
  }),
  "keys/existing-alias": error<{ id: string; key: string; form: string }>({
    message: ({ id }) =>
      `"${id}" is an alias, not a key: its name is refused, and with its ARN the database is replaced at the next apply`,
    help: ({ key, form }) => `write ${key}, not of an alias: ${form}`,
    sources: ["https://github.com/hashicorp/terraform-provider-aws/issues/38780"],
  }),
  "keys/existing-malformed": error<{ id: string; key: string; form: string }>({
    message: ({ id, key }) => `"${id}" is not ${key}`,
    help: ({ form }) => `write ${form}`,
    sources: [`${KMS}/concepts.html#key-id-key-ARN`],
  }),
  "keys/existing-version": error<{ id: string; key: string }>({
    message: ({ id }) =>
      `"${id}" is one version of a key; what uses a key names the key, and takes its versions`,
    help: ({ key }) => `write ${key}`,
    sources: ["https://cloud.google.com/kms/docs/key-rotation"],
  }),
  "keys/existing-wrong-region": error<{ given: string; region: string; key: string }>({
    message: ({ given, region }) =>
      `this key is in ${given}, but it is to serve ${region}; a database needs a key of its own Region`,
    help: ({ region, key }) => `write ${key} in ${region}`,
    sources: [`${RDS}/Overview.Encryption.html`],
  }),
  "keys/existing-wrong-partition": error<{ given: string; partition: string; key: string }>({
    message: ({ given, partition }) => `this key is in partition ${given}, but the Region is in ${partition}`,
    help: ({ partition, key }) => `write ${key} in partition ${partition}`,
    sources: [`${KMS}/concepts.html#key-id-key-ARN`],
  }),
  "keys/existing-region-missing": error<{ keySet: string; regions: readonly string[]; key: string }>({
    message: ({ keySet, regions }) => `key set "${keySet}" names no key for ${oneOf(regions, "and")}`,
    help: ({ key }) => `add ${key} for each of its Regions`,
    sources: [`${RDS}/Overview.Encryption.html`],
  }),
  "keys/disabled-in-use": error<{
    keySet: string;
    database: string;
    regions: readonly string[];
    use: keyof typeof CONSEQUENCES;
  }>({
    message: ({ keySet, database, regions, use }) =>
      `key set "${keySet}" is disabled in ${oneOf(regions, "and")} while database "${database}" uses it ${CONSEQUENCES[use]}`,
    help: () => "enable the key, or give the database another key set first",
    sources: [`${RDS}/Overview.Encryption.html`],
  }),
  "keys/replica-of-disabled-key": warning<{ keySet: string; region: string; regions: readonly string[] }>({
    message: ({ keySet, region, regions }) =>
      `the primary key of key set "${keySet}" is disabled in "${region}": KMS makes no replica of it in ${oneOf(regions, "and")}`,
    help: () => "enable it until its replica keys stand, or accept this warning where they do",
    sources: ["https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html"],
  }),
  "keys/without-use": warning<{ keySet: string }>({
    message: ({ keySet }) => `key set "${keySet}" encrypts nothing: no database of the deployment uses it`,
    help: () => "name it in a database, give it the purpose that it is for, or remove it",
  }),
  "keys/multi-region-without-client-side-use": warning<{ keySet: string; purposes: readonly string[] }>({
    message: ({ keySet, purposes }) =>
      `multi-Region key set "${keySet}" is for ${oneOf(purposes, "and")} only: RDS and Aurora treat its keys as single-Region keys, at the same price and with a wider blast radius`,
    help: () => 'use strategy "single-region", or add the purpose that needs ciphertext to travel',
    sources: [BLOG],
  }),
  "keys/single-region-for-portable-ciphertext": warning<{ keySet: string; regions: readonly string[] }>({
    message: ({ keySet, regions }) =>
      `key set "${keySet}" has an independent key in each of ${oneOf(regions, "and")}: what a client encrypts in one Region cannot be decrypted in another`,
    help: () => 'use strategy "multi-region" if ciphertext crosses Regions',
    sources: [BLOG],
  }),
  "keys/aws-managed-first-use": warning<{ database: string; regions: readonly string[] }>({
    message: ({ database, regions }) =>
      `database "${database}" needs the key alias/aws/rds of ${oneOf(regions, "and")}, which AWS creates at its first use there`,
    help: () => "create and delete any encrypted database in those Regions first, then accept this warning",
    sources: ["https://github.com/cloudposse/terraform-aws-rds-cluster/issues/107"],
  }),
};
