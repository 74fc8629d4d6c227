import { emitted, omitted, reported, tested, type ProviderFact } from "../../common/facts/fact";
import { ISSUES, KMS, KMS_API, PROVIDER } from "./sources";

const REVIEW = "test/unit/review/review.test.ts";
const TOKENS = "out/checkout/keys.tf";
const REPLICA = "aws_kms_replica_key.tokens_eu_west_1";

/** Customer managed keys, multi-Region keys and aliases. */
export const keyFacts: readonly ProviderFact[] = [
  {
    section: "1.1",
    fact: "Key id, material, origin, spec, usage and rotation of a multi-Region key belong to its primary key; a replica key has no setting of its own for them.",
    sources: [`${KMS}/multi-region-keys-overview.html`, `${PROVIDER}/resources/kms_replica_key`],
    answers: [
      reported("spec/misplaced-field.rotation", "rotation"),
      omitted(TOKENS, "enable_key_rotation", REPLICA),
    ],
  },
  {
    section: "1.1",
    fact: "A replica key inherits neither policy nor tags, description, aliases or grants: without a policy it gets the default one.",
    sources: [`${KMS_API}/API_ReplicateKey.html`],
    answers: [
      emitted(TOKENS, "policy = jsonencode({", REPLICA),
      emitted(TOKENS, "description = ", REPLICA),
      emitted(TOKENS, 'region-role = "standby"', REPLICA),
      emitted(TOKENS, "target_key_id = aws_kms_replica_key.tokens_eu_west_1.key_id"),
      emitted("out/identity/keys.tf", "key_id = aws_kms_replica_key.tokens_us_east_1.key_id"),
    ],
  },
  {
    section: "1.1",
    fact: "Whether a key is a multi-Region key is fixed when it is created; a change replaces the key, and with it every database that names it.",
    sources: [`${KMS}/multi-region-keys-overview.html`],
    answers: [
      tested(
        "`keyspan diff` names the replaced key and the databases that fall with it",
        REVIEW,
        "a replaced key replaces what is encrypted with it, and that replaces what stands on it",
      ),
      emitted(TOKENS, "prevent_destroy = true", REPLICA),
    ],
  },
  {
    section: "1.1",
    fact: "There is one related key in a Region, in Regions of one partition; a replica key is never in its primary key's Region.",
    sources: [`${KMS_API}/API_ReplicateKey.html`],
    answers: [
      reported("keys/duplicate-region"),
      reported("regions/duplicate"),
      reported("regions/mixed-partitions"),
      reported("keys/primary-region-missing"),
    ],
  },
  {
    section: "1.1",
    fact: "A Region that AWS does not enable by default must be enabled before anything can be replicated to it.",
    sources: ["https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html"],
    answers: [reported("regions/opt-in")],
  },
  {
    section: "1.1",
    fact: "A multi-Region key cannot stand in a custom key store. The language has no field for one.",
    sources: [`${KMS_API}/API_CreateKey.html`],
    answers: [reported("spec/unknown-field.not-in-the-language", "customKeyStoreId")],
  },
  {
    section: "1.1",
    fact: "Of some Regions the documentation that can be read does not say that they have multi-Region keys.",
    sources: [`${KMS}/multi-region-keys-overview.html`],
    answers: [reported("databases/support-unverified.multi-region-key")],
  },
  {
    section: "1.2",
    fact: "Automatic rotation is for symmetric encryption keys whose material KMS makes. Terraform validates it on any key; KMS refuses it.",
    sources: [`${KMS_API}/API_EnableKeyRotation.html`],
    answers: [
      reported("keys/rotation-not-possible"),
      reported("keys/rotation-not-possible.external"),
      omitted("out/identity/keys.tf", "rotation_period_in_days", "aws_kms_key.tokens_eu_west_1"),
    ],
  },
  {
    section: "1.2",
    fact: "A rotation period is 90 to 2560 days and needs rotation to be on; a waiting period before deletion is 7 to 30 days.",
    sources: [`${KMS_API}/API_EnableKeyRotation.html`, `${KMS_API}/API_ScheduleKeyDeletion.html`],
    answers: [
      reported("keys/out-of-range"),
      reported("keys/out-of-range.deletion"),
      emitted(TOKENS, "rotation_period_in_days = 180", "aws_kms_key.tokens_eu_central_1"),
    ],
  },
  {
    section: "1.2",
    fact: "The provider calls the state of a key `is_enabled`, that of a replica or imported key `enabled`.",
    sources: [`${PROVIDER}/resources/kms_key`, `${PROVIDER}/resources/kms_replica_key`],
    answers: [
      emitted(TOKENS, "is_enabled = true", "aws_kms_key.tokens_eu_central_1"),
      emitted(TOKENS, "enabled = true", REPLICA),
    ],
  },
  {
    section: "1.2",
    fact: "RDS, Secrets Manager and CloudWatch Logs take symmetric encryption keys only.",
    sources: [`${KMS}/services-rds.html`],
    answers: [reported("keys/purpose-needs-symmetric"), reported("keys/purpose-needs-symmetric.default")],
  },
  {
    section: "1.2",
    fact: "A spec has the usages that KMS gives it, and some specs exist in one partition or one version of the provider only.",
    sources: [`${KMS}/symm-asymm-choose-key-spec.html`],
    answers: [
      reported("keys/unknown-spec"),
      reported("keys/usage-not-in-spec"),
      reported("keys/usage-undecided"),
      reported("keys/purpose-usage"),
      reported("keys/spec-partition"),
      reported("provider/version-admits-5.key-spec"),
      reported("provider/version-admits-5.imported"),
    ],
  },
  {
    section: "1.2",
    fact: "AWS replicates no imported material: each Region imports the same bytes. Given to Terraform, they stand in its state.",
    sources: [`${KMS}/multi-region-keys-import.html`],
    answers: [
      reported("keys/material-in-state"),
      emitted(
        "out/identity/keys.tf",
        "key_material_base64 = var.customer_key_material_base64",
        "aws_kms_replica_external_key.customer_us_east_1",
      ),
    ],
  },
  {
    section: "1.2",
    fact: "A policy inside the key and an `aws_kms_key_policy` beside it overwrite each other.",
    sources: [`${PROVIDER}/resources/kms_key_policy`],
    answers: [emitted(TOKENS, "policy = jsonencode({", "aws_kms_key.tokens_eu_central_1")],
  },
  {
    section: "1.3",
    fact: "Replicating needs `kms:ReplicateKey` on the primary key, `kms:CreateKey` in the replica key's Region, and the service-linked role of multi-Region keys.",
    sources: [
      `${KMS}/multi-region-keys-auth.html`,
      "https://github.com/terraform-aws-modules/terraform-aws-kms/issues/22",
    ],
    answers: [
      emitted(TOKENS, '"kms:ReplicaRegion" = "eu-west-1"', "aws_kms_key.tokens_eu_central_1"),
      emitted("out/checkout/deployer-policy.json", '"kms:ReplicateKey"'),
      emitted("out/checkout/deployer-policy.json", '"iam:AWSServiceName": "mrk.kms.amazonaws.com"'),
    ],
  },
  {
    section: "1.3",
    fact: "Moving the primary key needs `kms:UpdatePrimaryRegion` on both keys.",
    sources: [`${KMS_API}/API_UpdatePrimaryRegion.html`],
    answers: [
      emitted(TOKENS, "kms:UpdatePrimaryRegion", "aws_kms_key.tokens_eu_central_1"),
      emitted(TOKENS, "kms:UpdatePrimaryRegion", REPLICA),
    ],
  },
  {
    section: "1.4",
    fact: "A primary key is deleted after its last replica key, and a replica key cannot be made again while the old one waits for its deletion.",
    sources: [`${KMS_API}/API_ScheduleKeyDeletion.html`, `${KMS_API}/API_ReplicateKey.html`],
    answers: [
      emitted("out/vault/README.md", "a replica key cannot be made again in the same Region before that"),
      emitted("out/vault/README.md", "A multi-Region primary key is deleted only after its last replica key"),
    ],
  },
  {
    section: "1.4",
    fact: "The provider waits two minutes for a replica key. KMS may take longer, and then answers the next attempt with `AlreadyExistsException`.",
    sources: [`${ISSUES}/49915`, `${ISSUES}/49491`],
    answers: [
      emitted("out/vault/README.md", "terraform untaint aws_kms_replica_key.documents_ap_northeast_1"),
    ],
  },
  {
    section: "1.4",
    fact: "A database that names its key by the resource waits for it; a grant that it needs must be there first as well.",
    sources: [`${KMS}/grants.html`],
    answers: [
      emitted("out/orders/ledger.tf", "kms_key_id = aws_kms_key.storage_us_east_1.arn"),
      tested(
        "databases depend on the grants of their keys",
        "test/unit/databases/arguments-of-members.test.ts",
        "what a key encrypts waits for the grants on it",
      ),
    ],
  },
  {
    section: "1.6",
    fact: "An alias is unique in its Region and names one key; it has at most 256 characters with its prefix, and `alias/aws` and below are AWS's own. The provider checks neither length nor the bare `alias/aws`.",
    sources: [`${KMS_API}/API_CreateAlias.html`],
    answers: [
      reported("keys/alias-clash"),
      reported("keys/alias-too-long"),
      reported("keys/alias-reserved"),
      reported("keys/alias-reserved.bare"),
      reported("spec/invalid-text.alias"),
    ],
  },
  {
    section: "1.6",
    fact: "Aliases are Regional: the same name may stand in every Region. A key has at most 50.",
    sources: [`${KMS}/kms-alias.html`, `${KMS}/resource-limits.html`],
    answers: [
      emitted(TOKENS, 'name = "alias/checkout/tokens"', "aws_kms_alias.tokens_eu_west_1"),
      reported("keys/too-many-aliases"),
    ],
  },
];
