import { emitted, omitted, reported, type ProviderFact } from "../../common/facts/fact";
import { AURORA, IAM, ISSUES, KMS, KMS_API, LOGS, RDS } from "./sources";

const ORDERS = "out/orders/keys.tf";
const PRIMARY = "aws_kms_key.storage_us_east_1";
const IDENTITY = "out/identity/keys.tf";
const GRANTS = "test/scenarios/accepted/grants/vault/keys.tf";
const STATEMENTS = "test/scenarios/accepted/policy-statements/ledger/keys.tf";

/** Who may use and change a key: policies and grants. */
export const keyAccessFacts: readonly ProviderFact[] = [
  {
    section: "1.5",
    fact: "A policy must leave its writer the right to change it; KMS refuses it otherwise, unless the check is bypassed, for which the language has no field.",
    sources: [`${KMS_API}/API_PutKeyPolicy.html`],
    answers: [
      reported("keys/policy-lockout"),
      reported("keys/policy-lockout.denied"),
      reported("keys/policy-lockout.override"),
      reported("keys/policy-lockout.own-account"),
      reported("keys/deployer-without-access"),
      reported("spec/unknown-field.not-in-the-language", "bypassPolicyLockoutSafetyCheck"),
    ],
  },
  {
    section: "1.5",
    fact: "A statement without an action or a resource is taken and does nothing; one without a principal is refused.",
    sources: [`${KMS}/key-policy-overview.html`],
    answers: [
      reported("keys/statement-incomplete"),
      reported("keys/statement-incomplete.nobody"),
      reported("keys/statement-without-effect"),
      reported("keys/statement-without-effect.slip"),
      reported("keys/statement-operator"),
    ],
  },
  {
    section: "1.5",
    fact: "The session of an assumed role is no principal that a policy can name for long; the role is.",
    sources: [`${ISSUES}/22947`],
    answers: [reported("keys/principal-session")],
  },
  {
    section: "1.5",
    fact: "Principals of a policy are ARNs of roles, users or account roots, of the key's own partition.",
    sources: [`${IAM}/reference_policies_elements_principal.html`],
    answers: [
      reported("keys/principal-malformed"),
      reported("keys/principal-malformed.group"),
      reported("keys/principal-partition"),
    ],
  },
  {
    section: "2",
    fact: "IAM policies of the account grant access to a key only where the key's policy lets them.",
    sources: [`${KMS}/key-policy-default.html`],
    answers: [
      emitted(ORDERS, 'Sid = "EnableIAMPolicies"', PRIMARY),
      omitted(STATEMENTS, "EnableIAMPolicies", PRIMARY),
    ],
  },
  {
    section: "2",
    fact: "Separated duties: who administers a key neither uses it nor gives its use away with `kms:CreateGrant`.",
    sources: [`${KMS}/key-policy-default.html`],
    answers: [
      emitted(ORDERS, '"kms:RotateKeyOnDemand"', PRIMARY),
      omitted(IDENTITY, "kms:CreateGrant", "aws_kms_key.tokens_eu_west_1"),
    ],
  },
  {
    section: "2",
    fact: "Administrators of a multi-Region key replicate it to the Regions of the spec and nowhere else; administrators of an imported key import its material.",
    sources: [`${KMS}/multi-region-keys-auth.html`, `${KMS}/importing-keys.html`],
    answers: [
      emitted(IDENTITY, 'Sid = "ReplicateKey"', "aws_kms_key.tokens_eu_west_1"),
      emitted(IDENTITY, 'Sid = "DenyReplicationElsewhere"', "aws_kms_key.tokens_eu_west_1"),
      omitted(IDENTITY, 'Sid = "ReplicateKey"', "aws_kms_replica_key.tokens_us_east_1"),
      emitted(IDENTITY, 'Sid = "ImportKeyMaterial"', "aws_kms_replica_external_key.customer_us_east_1"),
      reported("keys/replica-region-not-allowed"),
      reported("keys/replica-regions-not-applicable"),
    ],
  },
  {
    section: "2",
    fact: "Who creates a database needs `kms:CreateGrant` and `kms:DescribeKey` on its key; RDS does the rest through grants.",
    sources: [`${RDS}/Overview.Encryption.Keys.html`],
    answers: [
      emitted(ORDERS, 'Sid = "UseViaRds"', PRIMARY),
      emitted(ORDERS, 'Sid = "DescribeDirect"', PRIMARY),
      emitted(ORDERS, '"kms:GrantIsForAWSResource" = "true"', PRIMARY),
      reported("keys/no-database-operator"),
      reported("keys/deployer-without-access.operators"),
      reported("keys/principals-without-purpose.operators"),
    ],
  },
  {
    section: "2",
    fact: "`kms:ViaService` names the service in one Region, so each Region's policy is its own. Of China and the European Sovereign Cloud the suffix is not documented: both are listed.",
    sources: [`${KMS}/conditions-kms.html#conditions-kms-via-service`],
    answers: [
      emitted(ORDERS, '"kms:ViaService" = "rds.eu-west-1.amazonaws.com"', "aws_kms_key.storage_eu_west_1"),
      emitted(
        "test/scenarios/accepted/sovereign-cloud/register/keys.tf",
        '"rds.eusc-de-east-1.amazonaws.eu",',
      ),
      reported("keys/statement-via-service-region"),
      reported("keys/statement-via-service-region.override"),
      reported("keys/statement-via-service-region.no-region"),
    ],
  },
  {
    section: "2",
    fact: "Direct use of a key is for clients that encrypt, sign or make codes by themselves.",
    sources: [`${KMS}/key-policy-default.html`],
    answers: [
      emitted("out/vault/keys.tf", 'Sid = "UseDirect"', "aws_kms_key.documents_us_west_2"),
      omitted(ORDERS, "UseDirect", PRIMARY),
      reported("keys/principals-without-purpose"),
    ],
  },
  {
    section: "2",
    fact: "Secrets Manager, Performance Insights and CloudWatch Logs each use a key in a way of their own, told by service, encryption context and log group.",
    sources: [
      `${AURORA}/rds-secrets-manager.html`,
      `${RDS}/USER_PerfInsights.access-control.html`,
      `${LOGS}/encrypt-log-data-kms.html`,
    ],
    answers: [
      emitted(
        "test/scenarios/accepted/service-keys/orders/keys.tf",
        '"kms:ViaService" = "secretsmanager.us-east-1.amazonaws.com"',
      ),
      emitted(ORDERS, '"kms:EncryptionContext:service" = "pi"', PRIMARY),
      emitted(ORDERS, 'Service = "logs.us-east-1.amazonaws.com"', PRIMARY),
      emitted(ORDERS, "arn:aws:logs:us-east-1:111122223333:log-group:/aws/rds/*", PRIMARY),
    ],
  },
  {
    section: "2",
    fact: "Another account uses a shared snapshot by the key that encrypts it: it must be allowed in the key's policy.",
    sources: [`${RDS}/share-encrypted-snapshot.html`],
    answers: [
      emitted(
        "out/billing/billing-keys/keys.tf",
        'Sid = "SnapshotConsumers"',
        "aws_kms_key.storage_eu_west_1",
      ),
      emitted(
        "out/billing/billing-keys/keys.tf",
        'Sid = "SnapshotConsumerGrants"',
        "aws_kms_key.storage_eu_west_1",
      ),
    ],
  },
  {
    section: "2",
    fact: "A denial of everyone outside an organization must spare AWS's own services and what it takes to mend the policy.",
    sources: [`${IAM}/reference_policies_condition-keys.html#condition-keys-principalisawsservice`],
    answers: [
      emitted(IDENTITY, '"aws:PrincipalOrgID" = "o-a1b2c3d4e5"', "aws_kms_key.tokens_eu_west_1"),
      emitted(IDENTITY, '"aws:PrincipalIsAWSService" = "false"', "aws_kms_key.tokens_eu_west_1"),
    ],
  },
  {
    section: "2",
    fact: "Everyone as a principal needs a condition.",
    sources: [`${KMS}/key-policies.html`],
    answers: [
      reported("keys/principal-everyone"),
      reported("keys/statement-everyone"),
      reported("keys/statement-everyone.not-principal"),
      reported("keys/statement-everyone.service"),
      reported("spec/empty-value.condition"),
    ],
  },
  {
    section: "2",
    fact: "A policy has at most 32,768 bytes, of Latin-1 characters.",
    sources: [`${KMS}/resource-limits.html`, `${KMS_API}/API_PutKeyPolicy.html`],
    answers: [reported("keys/policy-too-large"), reported("keys/policy-characters")],
  },
  {
    section: "2",
    fact: "A grant is on one key in one Region, for an IAM principal, and allows operations that the key has.",
    sources: [`${KMS_API}/API_CreateGrant.html`],
    answers: [
      reported("keys/grant-operation"),
      reported("keys/grant-operation.mac"),
      reported("keys/principal-service"),
      reported("keys/grant-region"),
      reported("keys/duplicate-grant"),
      emitted(IDENTITY, "key_id = aws_kms_replica_key.tokens_us_east_1.key_id"),
      emitted(GRANTS, 'Sid = "CreateDeclaredGrants"', "aws_kms_key.documents_us_east_1"),
    ],
  },
  {
    section: "2",
    fact: "Encryption context, of at most eight pairs in a grant, is of symmetric keys only.",
    sources: [`${KMS_API}/API_GrantConstraints.html`],
    answers: [reported("keys/grant-context-too-large"), reported("keys/grant-context-not-applicable")],
  },
  {
    section: "2",
    fact: "A key of another account can be used by its ARN, not managed: its owner must allow it in the key's policy.",
    sources: [`${KMS}/key-policy-modifying-external-accounts.html`],
    answers: [reported("keys/field-not-applicable"), emitted("out/claims/README.md", "444455556666")],
  },
];
