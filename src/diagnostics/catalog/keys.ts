import { oneOf } from "../../base/text";
import { error, warning } from "../definition";

const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide";
const KMS_API = "https://docs.aws.amazon.com/kms/latest/APIReference";
const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";
const BLOG =
  "https://aws.amazon.com/blogs/database/choose-the-right-type-of-aws-kms-key-to-encrypt-amazon-rds-and-aurora-global-database/";

/** Key sets. */
export const keyDiagnostics = {
  "keys/region-not-in-deployment": error<{ keySet: string; region: string; regions: string }>({
    message: ({ keySet, region, regions }) =>
      `key set "${keySet}" names "${region}", which is not a Region of the deployment: ${regions}`,
    help: ({ region }) => `add "${region}" to regions, or remove it here`,
  }),
  "keys/duplicate-region": error<{ keySet: string; region: string }>({
    message: ({ keySet, region }) => `key set "${keySet}" names Region "${region}" twice`,
    help: () => "keep one of the two",
    facts: ["§1.1"],
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
    facts: ["§1.1"],
    sources: [`${KMS}/multi-region-keys-overview.html`],
  }),
  "keys/field-not-applicable": error<{ field: string; strategy: string; strategies: readonly string[] }>({
    message: ({ field, strategy, strategies }) =>
      `"${field}" does not apply to strategy "${strategy}"; it is for ${oneOf(strategies)}`,
    help: () => "remove it, or choose another strategy",
    facts: ["§1.2", "§10.13"],
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
    facts: ["§9"],
    sources: [`${KMS}/concepts.html#aws-managed-cmk`],
  }),
  "keys/out-of-range": error<{ field: string; given: number; minimum: number; maximum: number }>({
    message: ({ field, given, minimum, maximum }) =>
      `${field} is ${given}; it must be from ${minimum} to ${maximum}`,
    help: ({ minimum, maximum }) => `write a number from ${minimum} to ${maximum}`,
    facts: ["§1.2"],
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
    help: () => "choose a name that does not begin with aws/",
    facts: ["§1.6"],
    sources: [`${KMS_API}/API_CreateAlias.html`],
  }),
  "keys/alias-too-long": error<{ length: number; maximum: number }>({
    message: ({ length, maximum }) => `the alias has ${length} characters; at most ${maximum} are allowed`,
    help: () => "shorten it",
    facts: ["§1.6"],
    sources: [`${KMS_API}/API_CreateAlias.html`],
  }),
  "keys/alias-clash": error<{ alias: string; region: string; other: string }>({
    message: ({ alias, region, other }) =>
      `alias "${alias}" is also the alias of key set "${other}" in ${region}; an alias names one key`,
    help: () => "choose another alias",
    facts: ["§1.6"],
    sources: [`${KMS_API}/API_CreateAlias.html`],
  }),
  "keys/principal-everyone": error({
    message: () => '"*" would let everyone in',
    help: () => "name the roles that need access",
    facts: ["§2"],
    sources: [`${KMS}/key-policies.html`],
  }),
  "keys/principal-malformed": error<{ principal: string }>({
    message: ({ principal }) => `"${principal}" is not the ARN of an IAM role, user or account root`,
    help: () => "write arn:<partition>:iam::<account>:role/<name>",
    facts: ["§1.5", "§10.15"],
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"],
  }),
  "keys/principal-session": error<{ principal: string; role: string }>({
    message: ({ principal }) =>
      `"${principal}" is a session of an assumed role: it ends, and KMS refuses policies that name it`,
    help: ({ role }) => `name the role itself: ${role}`,
    facts: ["§1.5", "§10.15"],
    sources: ["https://github.com/hashicorp/terraform-provider-aws/issues/22947"],
  }),
  "keys/principal-partition": error<{ given: string; partition: string }>({
    message: ({ given, partition }) =>
      `the principal is of partition ${given}, but the deployment's Regions are in ${partition}`,
    help: ({ partition }) => `name a principal of partition ${partition}`,
    facts: ["§7"],
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns"],
  }),
  "keys/policy-lockout": error<{ keySet: string; region: string }>({
    message: ({ keySet, region }) =>
      `the policy of key set "${keySet}" in ${region} would lock everyone out: neither the account nor an administrator could change it`,
    help: () => "name administrators, or leave accountRoot on",
    facts: ["§1.5", "§10.15"],
    sources: [`${KMS}/key-policy-default.html`],
  }),
  "keys/no-database-operator": error<{ keySet: string; region: string }>({
    message: ({ keySet, region }) =>
      `nobody could create a database with key set "${keySet}" in ${region}: without accountRoot, an operator must have kms:CreateGrant and kms:DescribeKey`,
    help: () => "name the role that deploys the database under operators",
    facts: ["§2", "§10.16"],
    sources: [`${RDS}/Overview.Encryption.Keys.html`],
  }),
  "keys/principals-without-purpose": error<{
    list: string;
    purposes: readonly string[];
    needed: readonly string[];
  }>({
    message: ({ list, purposes, needed }) =>
      `"${list}" does not apply to purpose ${oneOf(purposes, "and")}; it needs ${oneOf(needed)}`,
    help: ({ list }) => `remove ${list}, or add the purpose`,
    facts: ["§2"],
    sources: [`${KMS}/key-policy-default.html`],
  }),
  "keys/policy-too-large": error<{ region: string; bytes: number; maximum: number }>({
    message: ({ region, bytes, maximum }) =>
      `the key policy for ${region} has ${bytes} bytes; at most ${maximum} are allowed`,
    help: () => "name fewer principals, or roles with shorter names",
    facts: ["§2"],
    sources: [`${KMS}/resource-limits.html`],
  }),
  "keys/existing-alias": error<{ id: string }>({
    message: ({ id }) => `"${id}" is an alias; a database that names an alias is replaced at the next apply`,
    help: () => "write the ARN of the key itself: arn:<partition>:kms:<Region>:<account>:key/<id>",
    facts: ["§4", "§10.1"],
    sources: ["https://github.com/hashicorp/terraform-provider-aws/issues/38780"],
  }),
  "keys/existing-malformed": error<{ id: string }>({
    message: ({ id }) => `"${id}" is not the ARN of a key`,
    help: () => "write arn:<partition>:kms:<Region>:<account>:key/<id>",
    facts: ["§4", "§10.1"],
    sources: [`${KMS}/concepts.html#key-id-key-ARN`],
  }),
  "keys/existing-wrong-region": error<{ given: string; region: string }>({
    message: ({ given, region }) =>
      `this key is in ${given}, but it is to serve ${region}; a database needs a key of its own Region`,
    help: ({ region }) => `write the ARN of a key in ${region}`,
    facts: ["§4", "§10.2"],
    sources: [`${RDS}/Overview.Encryption.html`],
  }),
  "keys/existing-wrong-partition": error<{ given: string; partition: string }>({
    message: ({ given, partition }) => `this key is in partition ${given}, but the Region is in ${partition}`,
    help: ({ partition }) => `write the ARN of a key in partition ${partition}`,
    facts: ["§4", "§7"],
    sources: [`${KMS}/concepts.html#key-id-key-ARN`],
  }),
  "keys/existing-region-missing": error<{ keySet: string; regions: readonly string[] }>({
    message: ({ keySet, regions }) => `key set "${keySet}" names no key for ${oneOf(regions, "and")}`,
    help: () => "add the ARN of a key for each of its Regions",
    facts: ["§10.3"],
    sources: [`${RDS}/Overview.Encryption.html`],
  }),
  "keys/disabled-in-use": error<{ keySet: string; database: string; region: string }>({
    message: ({ keySet, database, region }) =>
      `key set "${keySet}" is disabled in ${region} while database "${database}" uses it: the database becomes inaccessible, and is lost after seven days`,
    help: () => "enable the key, or give the database another key set first",
    facts: ["§4", "§10 bonus"],
    sources: [`${RDS}/Overview.Encryption.html`],
  }),
  "keys/multi-region-without-client-side-use": warning<{ keySet: string; purposes: readonly string[] }>({
    message: ({ keySet, purposes }) =>
      `multi-Region key set "${keySet}" is for ${oneOf(purposes, "and")} only: RDS and Aurora treat its keys as single-Region keys, at the same price and with a wider blast radius`,
    help: () => 'use strategy "single-region", or add the purpose that needs ciphertext to travel',
    facts: ["§4", "§9"],
    sources: [BLOG],
  }),
  "keys/single-region-for-portable-ciphertext": warning<{ keySet: string; regions: readonly string[] }>({
    message: ({ keySet, regions }) =>
      `key set "${keySet}" has an independent key in each of ${oneOf(regions, "and")}: what a client encrypts in one Region cannot be decrypted in another`,
    help: () => 'use strategy "multi-region" if ciphertext crosses Regions',
    facts: ["§9"],
    sources: [BLOG],
  }),
  "keys/aws-managed-first-use": warning<{ database: string; regions: readonly string[] }>({
    message: ({ database, regions }) =>
      `database "${database}" needs the key alias/aws/rds of ${oneOf(regions, "and")}, which AWS creates at its first use there`,
    help: () => "create and delete any encrypted database in those Regions first, then accept this warning",
    facts: ["§4", "§10.18"],
    sources: ["https://github.com/cloudposse/terraform-aws-rds-cluster/issues/107"],
  }),
};
