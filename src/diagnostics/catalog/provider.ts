import { error, warning } from "../definition";

const TAGS = "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html";
const IAM_ARNS =
  "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns";

/** The `provider` block, and tags wherever they stand. */
export const providerDiagnostics = {
  "provider/not-offered": error<{
    what: string;
    where: string;
    provider: string;
    reason: string;
    instead: string;
  }>({
    message: ({ what, where, provider, reason }) => `"${what}" of ${where} is not for ${provider}: ${reason}`,
    help: ({ instead }) => instead,
  }),
  "provider/role-not-iam-arn": error<{ given: string }>({
    message: ({ given }) => `"${given}" is not the ARN of an IAM role`,
    help: () => "write arn:<partition>:iam::<account>:role/<name>",
    sources: [IAM_ARNS],
  }),
  "provider/partition": error<{ given: string; partition: string }>({
    message: ({ given, partition }) =>
      `the ARN is of partition ${given}, but the deployment's Regions are in ${partition}`,
    help: ({ partition }) => `use a role of partition ${partition}`,
    sources: [IAM_ARNS],
  }),
  "provider/account-mismatch": error<{ account: string; other: string; what: string }>({
    message: ({ account, other, what }) => `${what} ${other}, but the deployment's account is ${account}`,
    help: () => "make both the same account",
    sources: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs#allowed_account_ids-1"],
  }),
  "provider/setting-without-use": warning<{ field: string; why: string }>({
    message: ({ field, why }) => `provider.${field} has no effect: ${why}`,
    help: () => "remove it, or give a key set the strategy that is meant",
  }),
  "provider/version-unsupported": error<{ constraint: string; range: string }>({
    message: ({ constraint, range }) =>
      `"${constraint}" admits no version of the provider that keyspan writes for (${range})`,
    help: ({ range }) => `write a constraint that admits some of ${range}`,
    sources: ["https://developer.hashicorp.com/terraform/language/expressions/version-constraints"],
  }),
  "provider/version-too-old": error<{ constraint: string; minimum: string; lack: string }>({
    message: ({ constraint, minimum, lack }) =>
      `"${constraint}" admits versions of the provider before ${minimum}, which do not have ${lack}`,
    help: ({ minimum }) => `begin with ">= ${minimum}.0"`,
    sources: ["https://developer.hashicorp.com/terraform/language/expressions/version-constraints"],
  }),
  "provider/service-account-form": error<{ given: string }>({
    message: ({ given }) => `"${given}" is not the e-mail address of a service account`,
    help: () => "write <name>@<project>.iam.gserviceaccount.com",
    sources: ["https://cloud.google.com/iam/docs/service-account-overview"],
  }),
  "provider/version-admits-5": error<{ what: string; constraint: string; from?: string }>({
    message: ({ what, constraint, from = "6" }) =>
      `${what} needs version ${from} of the provider, but "${constraint}" admits ${from === "6" ? "version 5" : "older ones"}`,
    help: ({ from = "6.0" }) => `write version: ">= ${from}.0, < 7.0.0"`,
    sources: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support",
    ],
  }),
  "tags/reserved-prefix": error<{ tag: string }>({
    message: ({ tag }) => `tag "${tag}" begins with "aws:", which only AWS may use`,
    help: () => "choose another name for the tag",
    sources: [TAGS],
  }),
  "tags/too-long": error<{ what: string; length: number; maximum: number }>({
    message: ({ what, length, maximum }) =>
      `the ${what} of the tag has ${length} characters; at most ${maximum} are allowed`,
    help: () => "shorten it",
    sources: [TAGS],
  }),
  "tags/too-many": error<{ count: number; maximum: number }>({
    message: ({ count, maximum }) =>
      `${count} tags, default tags counted, are more than the ${maximum} that a resource may have`,
    help: () => "remove some",
    sources: [TAGS],
  }),
  "tags/same-name": error<{ tag: string; other: string }>({
    message: ({ tag, other }) =>
      `to IAM, tag "${tag}" is the same as "${other}": the role of Enhanced Monitoring cannot have both`,
    help: () => "keep one of the two, or set enhancedSeconds: 0 on every database",
    sources: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html"],
  }),
  "tags/label-form": error<{ what: string; text: string; spelling: string; form: string }>({
    message: ({ what, text, form }) => `the ${what} "${text}" is not that of a label, which takes ${form}`,
    help: ({ spelling, form }) => (spelling === "" ? `use ${form}` : `write "${spelling}"`),
    sources: ["https://cloud.google.com/resource-manager/docs/labels-overview"],
  }),
  "tags/characters": warning<{ what: string; characters: string }>({
    message: ({ what, characters }) =>
      `the ${what} of the tag has characters that a service may refuse: ${characters}`,
    help: () => "use letters, digits, spaces and _ . : / = + - @",
    sources: [TAGS],
  }),
};
