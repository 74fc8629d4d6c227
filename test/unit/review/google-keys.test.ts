import { KEY, SQL } from "../../support/google-modules";
import { expectReview, one } from "../../support/review-cases";
import { resourceOf, reviewSpecs } from "../../support/reviews";

const STORAGE = "google_kms_crypto_key.storage";
const AGENT = "google_kms_crypto_key_iam_member.agent";

const CASES = [
  one(
    "a key of another protection level is another key",
    SQL,
    ['"SOFTWARE"', '"HSM"'],
    [STORAGE, "replace"],
    ["key-lost", "protection-level-changed", "key-name-kept"],
  ),
  one(
    "the wait before destruction is fixed",
    KEY,
    ['"2592000s"', '"86400s"'],
    [STORAGE, "replace"],
    ["key-lost", "destroy-duration-fixed", "key-name-kept"],
  ),
  one(
    "but the default may be left out",
    KEY,
    ['  destroy_scheduled_duration = "2592000s"\n', ""],
    [STORAGE, "none"],
    [],
  ),
  one(
    "rotation ends",
    KEY,
    ['  rotation_period            = "7776000s"\n', ""],
    [STORAGE, "update"],
    ["rotation-off"],
  ),
  one("rotation is slower", KEY, ["7776000s", "31536000s"], [STORAGE, "update"], ["rotation-slower"]),
  one(
    "a wider role",
    KEY,
    ["roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudkms.admin"],
    [AGENT, "replace"],
    ["role-changed"],
  ),
  one(
    "another member",
    KEY,
    ["service-1@", "service-2@"],
    [AGENT, "replace"],
    ["access-given", "agent-access-taken"],
  ),
  one(
    "a key ring of another name",
    KEY,
    ['"orders"', '"books"'],
    ["google_kms_key_ring.ring", "replace"],
    ["key-ring-forgotten"],
  ),
];

test.each(CASES)("$title", expectReview);

function vault(purpose: string, spec: string, protection: string): string {
  return `
apiVersion: keyspan/v1
name: vault
provider: { name: google, project: acme-vault }
primaryRegion: europe-west3
regions: [europe-west3]
keys:
  tokens: { strategy: single-region, purpose: [${purpose}], spec: ${spec}, protection: ${protection} }
`;
}

test.each([
  ["signing", "EC_SIGN_P256_SHA256", "nothing can be signed", "get-public-key"],
  ["mac", "HMAC_SHA256", "no authentication code", "verify with both keys"],
  ["client-side-encryption", "RSA_DECRYPT_OAEP_3072_SHA256", "with its public keys", "asymmetric-decrypt"],
])("a key that encrypts no database is missed by others: %s", async (purpose, spec, lost, way) => {
  const review = await reviewSpecs(vault(purpose, spec, "hsm"), vault(purpose, spec, "software"));
  const { findings, migration } = resourceOf(review, "google_kms_crypto_key.tokens_europe_west3");
  const steps = migration?.steps.map(({ text, command = "" }) => `${text} ${command}`) ?? [];
  const texts = [...findings.map(({ message }) => message), ...steps].join("\n");
  expect(texts).toContain(lost);
  expect(texts).toContain(way);
  expect(texts).not.toMatch(/database|backup/);
});
