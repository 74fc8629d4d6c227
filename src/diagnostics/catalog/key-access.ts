import { oneOf } from "../../base/text";
import { error, warning } from "../definition";

const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide";
const KMS_API = "https://docs.aws.amazon.com/kms/latest/APIReference";
const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide";

/** Who may use a key: principals, policies, statements and grants. */
export const keyAccessDiagnostics = {
  "keys/principal-everyone": error<{ principal: string }>({
    message: ({ principal }) => `"${principal}" would let everyone in`,
    help: () => "name those who need access",
    sources: [`${KMS}/key-policies.html`],
  }),
  "keys/principal-malformed": error<{
    principal: string;
    words: string;
    form: string;
    meant: readonly string[];
  }>({
    message: ({ principal, words }) => `"${principal}" is not ${words}`,
    help: ({ form, meant }) => `write ${meant.length === 0 ? form : oneOf(meant)}`,
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"],
  }),
  "keys/principal-session": error<{ principal: string; role: string }>({
    message: ({ principal }) =>
      `"${principal}" is a session of an assumed role: it ends, and KMS refuses policies that name it`,
    help: ({ role }) => `name the role itself: ${role}`,
    sources: ["https://github.com/hashicorp/terraform-provider-aws/issues/22947"],
  }),
  "keys/principal-partition": error<{ given: string; partition: string }>({
    message: ({ given, partition }) =>
      `the principal is of partition ${given}, but the deployment's Regions are in ${partition}`,
    help: ({ partition }) => `name a principal of partition ${partition}`,
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns"],
  }),
  "keys/policy-lockout": error<{ keySet: string; regions: readonly string[]; isDenied: boolean }>({
    message: ({ keySet, regions, isDenied }) =>
      `the policy of key set "${keySet}" would lock everyone out in ${oneOf(regions, "and")}: ${
        isDenied
          ? "what this statement denies leaves nobody who could change it"
          : "neither the account nor an administrator in it could change it"
      }`,
    help: ({ isDenied }) =>
      isDenied
        ? "deny NotAction [kms:PutKeyPolicy], or less"
        : "name administrators, or leave accountRoot on",
    sources: [`${KMS}/key-policy-default.html`],
  }),
  "keys/deployer-without-access": error<{
    role: string;
    keySet: string;
    regions: readonly string[];
    list: "administrators" | "operators";
  }>({
    message: ({ role, keySet, regions, list }) =>
      `"${role}" deploys, but is none of the ${list} of key set "${keySet}" in ${oneOf(regions, "and")}, and without accountRoot nothing else lets it in: ${
        list === "administrators"
          ? "KMS refuses a policy that its writer could not change"
          : "RDS could not use the key for the databases"
      }`,
    help: ({ list }) => `add the role to ${list}, or leave accountRoot on`,
    sources: [`${KMS_API}/API_CreateKey.html`, `${RDS}/Overview.Encryption.Keys.html`],
  }),
  "keys/no-database-operator": error<{ keySet: string; regions: readonly string[] }>({
    message: ({ keySet, regions }) =>
      `nobody could create a database with key set "${keySet}" in ${oneOf(regions, "and")}: without accountRoot, an operator must have kms:CreateGrant and kms:DescribeKey`,
    help: () => "name the role that deploys the database under operators",
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
    sources: [`${KMS}/key-policy-default.html`],
  }),
  "keys/policy-too-large": error<{ region: string; bytes: number; maximum: number }>({
    message: ({ region, bytes, maximum }) =>
      `the key policy for ${region} has ${bytes} bytes; at most ${maximum} are allowed`,
    help: () => "name fewer principals, or roles with shorter names",
    sources: [`${KMS}/resource-limits.html`],
  }),
  "keys/grant-operation": error<{ operation: string; spec: string; possible: readonly string[] }>({
    message: ({ operation, spec }) => `a grant on a key of spec ${spec} cannot allow "${operation}"`,
    help: ({ possible }) => `use ${possible.join(", ")}`,
    sources: [`${KMS_API}/API_CreateGrant.html`],
  }),
  "keys/grant-region": error<{ region: string; keySet: string }>({
    message: ({ region, keySet }) =>
      `key set "${keySet}" has no key in "${region}" on which the grant could be given`,
    help: () => "name Regions of the key set",
    sources: [`${KMS}/grants.html`],
  }),
  "keys/duplicate-grant": error<{ name: string }>({
    message: ({ name }) => `there are two grants "${name}" on the same key`,
    help: () => "give one of them another name, or other Regions",
    sources: [`${KMS}/grants.html`],
  }),
  "keys/grant-context-not-applicable": error<{ spec: string }>({
    message: ({ spec }) => `a key of spec ${spec} has no encryption context that a grant could be bound to`,
    help: () => "remove encryptionContext",
    sources: [`${KMS_API}/API_GrantConstraints.html`],
  }),
  "keys/grant-context-too-large": error<{ what: "context" | "value"; count: number; maximum: number }>({
    message: ({ what, count, maximum }) =>
      what === "context"
        ? `the encryption context has ${count} pairs; at most ${maximum} are allowed`
        : `the value has ${count} characters; in the encryption context of a grant at most ${maximum} are allowed`,
    help: ({ what }) => (what === "context" ? "name fewer pairs" : "shorten it"),
    sources: [`${KMS_API}/API_GrantConstraints.html`, `${KMS_API}/API_CreateGrant.html`],
  }),
  "keys/grant-on-disabled-key": warning<{ keySet: string; regions: readonly string[] }>({
    message: ({ keySet, regions }) =>
      `KMS gives no grants on key set "${keySet}" in ${oneOf(regions, "and")}, where it is disabled; those that stand give nothing`,
    help: () => "enable the key, or accept this warning where the grants stand already",
    sources: [`${KMS}/key-state.html`, `${KMS_API}/API_CreateGrant.html`],
  }),
  "keys/administrator-elsewhere": warning<{ principal: string; other: string; account: string }>({
    message: ({ principal, other, account }) =>
      `"${principal}" is of account ${other}: KMS lets nobody from outside account ${account} manage its keys`,
    help: ({ account, other }) => `name a role of account ${account}, and let account ${other} assume that`,
    sources: [`${KMS}/key-policy-modifying-external-accounts.html`, `${KMS_API}/API_PutKeyPolicy.html`],
  }),
  "keys/replica-regions-not-applicable": error<{ strategy: string }>({
    message: ({ strategy }) =>
      `allowedReplicaRegions does not apply to strategy "${strategy}": its keys have no replicas`,
    help: () => "remove it, or use strategy multi-region",
    sources: [`${KMS}/multi-region-keys-auth.html`],
  }),
  "keys/replica-region-not-allowed": error<{ keySet: string; regions: string }>({
    message: ({ keySet, regions }) =>
      `allowedReplicaRegions denies ${regions}, where key set "${keySet}" has a replica key`,
    help: () => "add the Regions, or remove them from the key set",
    sources: [`${KMS}/multi-region-keys-auth.html`],
  }),
  "keys/statement-incomplete": error<{ fields: readonly string[]; count: number; isIgnored: boolean }>({
    message: ({ fields, count, isIgnored }) =>
      count === 0
        ? `the statement lacks ${oneOf(fields)}: KMS ${isIgnored ? "takes it and ignores it" : "refuses the policy"}`
        : `the statement has both ${oneOf(fields, "and")}`,
    help: ({ fields, count }) => (count === 0 ? `add ${fields[0] ?? ""}` : `keep one of them`),
    sources: [`${KMS}/key-policy-overview.html`],
  }),
  "keys/statement-without-effect": error<{ problem: string }>({
    message: ({ problem }) => `the statement would do nothing: ${problem}`,
    help: () => 'write actions of KMS, such as kms:Decrypt, and Resource "*", which is the key itself',
    sources: [`${KMS}/key-policy-overview.html`],
  }),
  "keys/statement-everyone": error<{ isExcept: boolean }>({
    message: ({ isExcept }) => `the statement allows everyone${isExcept ? " else" : ""}, without a condition`,
    help: () => "name principals, or add a Condition",
    sources: [`${KMS}/key-policies.html`],
  }),
  "keys/statement-via-service-region": error<{
    value: string;
    named: string | undefined;
    isInKeySet: boolean;
    regions: readonly string[];
    expected: string;
  }>({
    message: ({ value, named, regions }) =>
      named === undefined
        ? `"${value}" is no service through which the key of ${oneOf(regions, "and")} could be used`
        : `"${value}" is a service in ${named}, through which nothing uses the key of ${oneOf(regions, "and")}`,
    help: ({ named, isInKeySet, expected }) =>
      named !== undefined && isInKeySet
        ? `write a statement for each Region under overrides; this one belongs under ${named}`
        : `write <service>.<Region>.<suffix>, such as ${expected}`,
    sources: [`${KMS}/conditions-kms.html#conditions-kms-via-service`],
  }),
  "keys/statement-operator": error<{ operator: string; suggestion: string | undefined }>({
    message: ({ operator }) => `"${operator}" is no operator of conditions: KMS refuses the policy`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "use one such as StringEquals, ArnLike or Bool"
        : `did you mean "${suggestion}"?`,
    sources: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
    ],
  }),
  "keys/statement-name": error<{ sid: string; isGenerated: boolean }>({
    message: ({ sid, isGenerated }) =>
      isGenerated ? `Sid "${sid}" is the name of a generated statement` : `Sid "${sid}" stands twice`,
    help: () => "choose another Sid",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html"],
  }),
  "keys/principal-service": error<{ principal: string }>({
    message: ({ principal }) => `"${principal}" is a service, not an IAM principal`,
    help: () => "name the role that needs access; services get it from purpose and use",
    sources: [`${KMS_API}/API_CreateGrant.html`],
  }),
  "keys/policy-characters": error<{ characters: string }>({
    message: ({ characters }) => `the key policy would hold characters that KMS does not take: ${characters}`,
    help: () => "use characters of Latin-1 only",
    sources: [`${KMS_API}/API_PutKeyPolicy.html`],
  }),
};
