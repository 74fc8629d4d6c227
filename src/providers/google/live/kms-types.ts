import type { TypeBehaviour } from "../../../terraform/live-behaviour";
import { providerSource } from "./provider-source";

/** How what Cloud KMS holds takes changes of its arguments. */
export const kmsTypes: Readonly<Record<string, TypeBehaviour>> = {
  google_kms_key_ring: {
    noun: "key ring",
    source: providerSource("kms/resource_kms_key_ring.go"),
    identity: ["project", "location", "name"],
    attributes: { id: "projects/{project}/locations/{location}/keyRings/{name}" },
    replaces: ["location", "name", "project"],
    updates: [],
    kept: ["project"],
  },
  google_kms_crypto_key: {
    noun: "Cloud KMS key",
    source: providerSource("kms/resource_kms_crypto_key.go"),
    holds: "key",
    identity: ["key_ring", "name"],
    attributes: { id: "{key_ring}/cryptoKeys/{name}" },
    standsIn: "key_ring",
    replaces: [
      "crypto_key_backend",
      "destroy_scheduled_duration",
      "import_only",
      "key_ring",
      "name",
      "purpose",
      "version_template.protection_level",
    ],
    updates: ["labels", "rotation_period", "skip_initial_version_creation", "version_template.algorithm"],
    kept: ["crypto_key_backend", "destroy_scheduled_duration", "import_only", "version_template"],
    unset: {
      destroy_scheduled_duration: "2592000s",
      purpose: "ENCRYPT_DECRYPT",
      "version_template.protection_level": "SOFTWARE",
    },
  },
  google_kms_crypto_key_iam_member: {
    noun: "role on a key",
    source: providerSource("kms/iam_kms_crypto_key.go"),
    identity: ["crypto_key_id", "role", "member"],
    standsIn: "crypto_key_id",
    replaces: [
      "condition.description",
      "condition.expression",
      "condition.title",
      "crypto_key_id",
      "member",
      "role",
    ],
    updates: [],
  },
  google_project_service_identity: {
    noun: "service agent",
    source:
      "https://registry.terraform.io/providers/hashicorp/google-beta/latest/docs/resources/project_service_identity",
    identity: ["project", "service"],
    replaces: ["project", "service"],
    updates: [],
    kept: ["project"],
  },
  time_sleep: {
    noun: "pause",
    source: "https://registry.terraform.io/providers/hashicorp/time/latest/docs/resources/sleep",
    replaces: ["triggers"],
    updates: ["create_duration", "destroy_duration"],
  },
};
