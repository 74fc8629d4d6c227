import { KEY, SQL } from "../../support/google-modules";
import { expectReview, one } from "../../support/review-cases";

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
