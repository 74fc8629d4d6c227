import { actionsOf, codesOf, resourceOf, reviewHcl, reviewSpecs } from "../../support/reviews";

/** A deployment of one key set. */
function specOf(keys: string, primaryRegion = "us-east-1"): string {
  return `
apiVersion: keyspan/v1
name: vault
provider: { name: aws, account: "111122223333" }
primaryRegion: ${primaryRegion}
regions: [us-east-1, eu-west-1, eu-central-1]
keys:
  tokens: { strategy: multi-region, ${keys} }
`;
}

const PORTABLE = "purpose: [client-side-encryption]";

type Review = Awaited<ReturnType<typeof reviewSpecs>>;

/** What is said of a resource, and how to get there without a loss. */
function textsOf(review: Review, address: string): string {
  const { findings, migration } = resourceOf(review, address);
  const steps = migration?.steps.map(({ text, command = "" }) => `${text} ${command}`) ?? [];
  return [...findings.map(({ message }) => message), ...steps].join("\n");
}

// https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/kms/external_key_test.go
test.each([
  ['key_spec  = "HMAC_256"', 'key_spec  = "HMAC_384"'],
  ['key_usage = "GENERATE_VERIFY_MAC"', 'key_usage = "SIGN_VERIFY"'],
  ['  key_spec  = "HMAC_256"\n', ""],
])("spec and usage of a key with imported material are fixed: %s", async (from, to) => {
  const before = `
provider "aws" {
  region = "eu-west-1"
}
resource "aws_kms_external_key" "hooks" {
  key_spec  = "HMAC_256"
  key_usage = "GENERATE_VERIFY_MAC"
}
`;
  const review = await reviewHcl(before, before.replace(from, to));
  expect(actionsOf(review)).toEqual({ "aws_kms_external_key.hooks": "replace" });
  expect(codesOf(review, "aws_kms_external_key.hooks")).toContain("key-lost");
});

test.each([
  [
    "purpose: [signing], spec: ECC_NIST_P256, usage: SIGN_VERIFY",
    "ECC_NIST_P384",
    "verifies none of its",
    "get-public-key",
  ],
  ["purpose: [mac], spec: HMAC_256", "HMAC_512", "no authentication code", "verify with both keys"],
  [
    "purpose: [client-side-encryption], spec: RSA_2048, usage: ENCRYPT_DECRYPT",
    "RSA_4096",
    "with its public key becomes undecryptable",
    "--source-encryption-algorithm",
  ],
])("a key that encrypts nothing of AWS is missed by others: %s", async (keys, spec, lost, way) => {
  const after = keys.replace(/spec: \w+/, `spec: ${spec}`);
  const review = await reviewSpecs(specOf(keys), specOf(after));
  const texts = textsOf(review, "aws_kms_key.tokens_us_east_1");
  expect(texts).toContain(lost);
  expect(texts).toContain(way);
  expect(texts).not.toMatch(/snapshot|database/);
  const replica = textsOf(review, "aws_kms_replica_key.tokens_eu_west_1");
  expect(replica).not.toMatch(/AWS services encrypted|snapshot|database/);
});

test("a disabled replica key that signs stops no database", async () => {
  const keys = "purpose: [signing], spec: ECC_NIST_P256, usage: SIGN_VERIFY";
  const after = `${keys}, overrides: { eu-west-1: { enabled: false } }`;
  const review = await reviewSpecs(specOf(keys), specOf(after));
  const texts = textsOf(review, "aws_kms_replica_key.tokens_eu_west_1");
  expect(texts).toContain("The key is disabled: nothing can be signed");
});

test("a replica key becomes the primary one by KMS, without a loss", async () => {
  const review = await reviewSpecs(specOf(PORTABLE), specOf(PORTABLE, "eu-west-1"));
  expect(codesOf(review, "aws_kms_key.tokens_us_east_1")).toContain("mistaken-for-another");
  const texts = textsOf(review, "aws_kms_key.tokens_us_east_1");
  expect(texts).toContain("`aws_kms_replica_key.tokens_eu_west_1` there by the same id");
  expect(texts).toMatch(/aws kms update-primary-region --region us-east-1 .* --primary-region eu-west-1/);
  expect(texts).toContain("terraform state rm 'aws_kms_replica_key.tokens_eu_west_1'");
  expect(texts).toContain("terraform import 'aws_kms_key.tokens_eu_west_1' <key id>\n");
  const other = textsOf(review, "aws_kms_replica_key.tokens_eu_central_1");
  expect(other).not.toContain("another one with the new settings");
});

test("a key that is protected from now on says so", async () => {
  const review = await reviewSpecs(specOf(`${PORTABLE}, protect: false`), specOf(PORTABLE));
  expect(codesOf(review, "aws_kms_key.tokens_us_east_1")).toEqual(["prevent-destroy-on"]);
});
