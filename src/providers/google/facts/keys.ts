import { emitted, omitted, reported, type ProviderFact } from "../../common/facts/fact";
import { ISSUES, KMS, PROVIDER, SQL } from "./sources";

const SQL_CMEK = `${SQL}/postgres/configure-cmek`;
const STORAGE = "google_kms_crypto_key.storage_us_central1";
const KEYS = "out/payments/keys.tf";

/** Keys of Cloud KMS: where they are, how they rotate and end, and who may use them. */
export const keyFacts: readonly ProviderFact[] = [
  {
    section: "1",
    fact: "A key is in one location and never moves; it has no alias, grant, policy document or state of its own.",
    sources: [`${KMS}/locations`, `${KMS}/object-hierarchy`],
    answers: [
      reported("provider/not-offered", "aliases"),
      emitted(KEYS, 'location = "us-central1"', "google_kms_key_ring.payments_us_central1"),
    ],
  },
  {
    section: "1",
    fact: "A key in a multi-region location serves the Regions of one geography as one key; it is named by its location.",
    sources: [`${KMS}/locations`],
    answers: [
      reported("keys/location-missing"),
      reported("keys/location-unknown"),
      reported("keys/location-is-region"),
      emitted("out/shop/outputs.tf", "us-west1 = google_kms_crypto_key.tokens_us.id"),
    ],
  },
  {
    section: "1",
    fact: "Names of key rings and keys are taken for good; destroying a key destroys its versions and leaves it.",
    sources: [`${KMS}/object-hierarchy`, `${ISSUES}/1214`],
    answers: [
      emitted(KEYS, "prevent_destroy = true", "google_kms_key_ring.payments_us_central1"),
      emitted(KEYS, "prevent_destroy = true", STORAGE),
      emitted("out/payments/README.md", "terraform import google_kms_key_ring.payments_us_central1"),
    ],
  },
  {
    section: "1",
    fact: "How long a version waits for its destruction is fixed when its key is created.",
    sources: [`${PROVIDER}/resources/kms_crypto_key`],
    answers: [
      reported("keys/out-of-range.google"),
      emitted(KEYS, 'destroy_scheduled_duration = "2592000s"', STORAGE),
    ],
  },
  {
    section: "1",
    fact: "A key whose versions are made outside, by an import or in a key manager, comes empty and does not rotate by itself.",
    sources: [`${KMS}/ekm`, `${KMS}/importing-a-key`],
    answers: [
      reported("keys/version-made-outside"),
      reported("keys/rotation-not-possible.external"),
      emitted(
        "test/scenarios/accepted/google-single-regions/solo/keys.tf",
        'algorithm = "EXTERNAL_SYMMETRIC_ENCRYPTION"',
        "google_kms_crypto_key.outside_europe_west4",
      ),
      emitted(
        "test/scenarios/accepted/google-single-regions/solo/keys.tf",
        "skip_initial_version_creation = true",
        "google_kms_crypto_key.outside_europe_west4",
      ),
      omitted(
        "test/scenarios/accepted/google-single-regions/solo/keys.tf",
        "rotation_period",
        "google_kms_crypto_key.outside_europe_west4",
      ),
    ],
  },
  {
    section: "1",
    fact: "A key manager outside only encrypts and signs, and keys on the curve secp256k1 are in hardware only.",
    sources: [`${KMS}/algorithms`],
    answers: [reported("keys/spec-not-in-protection"), reported("keys/spec-not-in-protection.external")],
  },
  {
    section: "2",
    fact: "A database uses its key as the service agent of its product and project, which must be let in to the key itself.",
    sources: [SQL_CMEK, `${PROVIDER}/resources/google_kms_crypto_key_iam`],
    answers: [
      emitted(
        KEYS,
        'member = "serviceAccount:service-123456789012@gcp-sa-cloud-sql.iam.gserviceaccount.com"',
        "google_kms_crypto_key_iam_member.storage_us_central1_cloud_sql_agent",
      ),
    ],
  },
  {
    section: "2",
    fact: "Who encrypts for a private key needs its public one, which the roles of symmetric keys do not show.",
    sources: [`${KMS}/reference/permissions-and-roles`],
    answers: [
      emitted(
        "test/scenarios/accepted/google-external-keys/vault/keys.tf",
        'role = "roles/cloudkms.publicKeyViewer"',
        "google_kms_crypto_key_iam_member.letters_europe_west1_public_key_group_readers_acme_example",
      ),
    ],
  },
  {
    section: "2",
    fact: "Secret Manager takes keys in global, or in the Regions that a secret is kept in.",
    sources: ["https://cloud.google.com/secret-manager/docs/cmek"],
    answers: [reported("keys/location-for-secrets")],
  },
  {
    section: "2",
    fact: "A service agent is made at the first use of its service, and refused as a member for some minutes afterwards.",
    sources: [`${PROVIDER}/resources/project_service_identity`, `${ISSUES}/21931`],
    answers: [
      emitted(
        "out/payments/README.md",
        "gcloud beta services identity create --service sqladmin.googleapis.com",
      ),
      emitted("out/shipping/shipping-keys/keys.tf", 'create_duration = "600s"', "time_sleep.cloud_sql_agent"),
      emitted(
        "out/shipping/shipping-keys/keys.tf",
        "depends_on = [time_sleep.cloud_sql_agent]",
        "google_kms_crypto_key_iam_member.storage_us_east4_cloud_sql_agent",
      ),
    ],
  },
  {
    section: "2",
    fact: "Keys of another project may serve; who may use them is for their owner to say.",
    sources: [SQL_CMEK, `${KMS}/cmek-org-policy`],
    answers: [
      reported("keys/existing-wrong-region.google"),
      reported("keys/existing-version"),
      emitted("out/reports/key-owner-binding.md", "gcloud kms keys add-iam-policy-binding reports"),
    ],
  },
];
