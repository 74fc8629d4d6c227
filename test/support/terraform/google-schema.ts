import { mustGet } from "../../../src/base/invariant";
import { bindingSchema } from "./binding-schema";
import type { SchemaAttribute, SchemaBlock } from "./provider-schema";

/** The library and the class of each type that the bindings have. */
const BOUND: ReadonlyMap<string, readonly [library: string, className: string]> = new Map([
  ["google_alloydb_cluster", ["alloydb-cluster", "AlloydbCluster"]],
  ["google_alloydb_instance", ["alloydb-instance", "AlloydbInstance"]],
  ["google_kms_crypto_key", ["kms-crypto-key", "KmsCryptoKey"]],
  ["google_kms_crypto_key_iam_member", ["kms-crypto-key-iam-member", "KmsCryptoKeyIamMember"]],
  ["google_kms_key_ring", ["kms-key-ring", "KmsKeyRing"]],
  ["google_sql_database", ["sql-database", "SqlDatabase"]],
  ["google_sql_database_instance", ["sql-database-instance", "SqlDatabaseInstance"]],
  ["google_sql_user", ["sql-user", "SqlUser"]],
  ["data.google_kms_key_ring", ["data-google-kms-key-ring", "DataGoogleKmsKeyRing"]],
  ["data.google_project", ["data-google-project", "DataGoogleProject"]],
  ["provider.google", ["provider", "GoogleProvider"]],
]);

const required = (type: string): SchemaAttribute => ({ required: true, type });
const optional = (type: string): SchemaAttribute => ({ optional: true, type });

const VERSIONED_PASSWORD = { password_wo: optional("string"), password_wo_version: optional("number") };
const ENABLED: SchemaBlock = { attributes: { enabled: required("bool") } };

/**
 * What is newer than the bindings, which are of provider 6.50; from the provider's sources and pages, with the version
 * that has it first.
 */
export const newerArguments: ReadonlyMap<string, SchemaBlock> = new Map<string, SchemaBlock>([
  [
    "google_alloydb_cluster",
    {
      // 7.0, and 7.20.
      attributes: { deletion_protection: optional("bool") },
      block_types: { initial_user: { nesting_mode: "single", block: { attributes: VERSIONED_PASSWORD } } },
    },
  ],
  [
    "google_sql_database_instance",
    {
      // 7.13, 6.31 and 7.2.
      attributes: { root_password_wo: optional("string"), root_password_wo_version: optional("number") },
      block_types: {
        settings: {
          nesting_mode: "single",
          block: {
            attributes: {
              data_disk_provisioned_iops: optional("number"),
              data_disk_provisioned_throughput: optional("number"),
            },
            block_types: { final_backup_config: { nesting_mode: "single", block: ENABLED } },
          },
        },
      },
    },
  ],
]);

/** Types that no bindings are made for. */
const UNBOUND: readonly (readonly [string, SchemaBlock])[] = [
  [
    "google_project_service_identity",
    { attributes: { project: optional("string"), service: required("string") } },
  ],
  ["time_sleep", { attributes: { create_duration: optional("string") } }],
];

/** The schema of a type as the bindings alone know it. */
export function withoutNewer(type: string): SchemaBlock {
  return bindingSchema(...mustGet(BOUND, type));
}

/** The schema of every type of Google Cloud, with what is newer than the bindings. */
export const googleSchema: ReadonlyMap<string, SchemaBlock> = new Map([
  ...[...BOUND.keys()].map((type) => [type, schemaOf(type)] as const),
  ...UNBOUND,
]);

function schemaOf(type: string): SchemaBlock {
  const schema = merge(withoutNewer(type), newerArguments.get(type) ?? {});
  if (type !== "google_alloydb_cluster") return schema;
  // A password was required before there was a write-only one.
  return merge(schema, {
    block_types: {
      initial_user: { nesting_mode: "single", block: { attributes: { password: optional("string") } } },
    },
  });
}

function merge(one: SchemaBlock, other: SchemaBlock): SchemaBlock {
  const blocks = { ...one.block_types };
  for (const [name, added] of Object.entries(other.block_types ?? {})) {
    const known = blocks[name];
    blocks[name] = known === undefined ? added : { ...known, block: merge(known.block, added.block) };
  }
  return { attributes: { ...one.attributes, ...other.attributes }, block_types: blocks };
}
