/*
 * Every argument of every resource type that is emitted, with a value that the provider accepts; several variants
 * where arguments exclude each other.
 */

import { CLUSTER_SAMPLES } from "./cluster-samples";
import { INSTANCE_SAMPLES } from "./instance-samples";
import { key, role } from "./sample-values";

const pol = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*", Resource: "*" },
  ],
});

/** Variants of arguments, by type. */
export const ARGUMENT_SAMPLES: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  ...CLUSTER_SAMPLES,
  ...INSTANCE_SAMPLES,
  aws_cloudwatch_log_group: [
    {
      kms_key_id: key,
      log_group_class: "INFREQUENT_ACCESS",
      name: "n",
      retention_in_days: 7,
      skip_destroy: true,
      tags: { a: "b" },
    },
    { name_prefix: "n" },
  ],
  aws_iam_role: [
    {
      assume_role_policy: pol,
      description: "d",
      force_detach_policies: true,
      managed_policy_arns: ["arn:aws:iam::aws:policy/x"],
      max_session_duration: 7200,
      name: "n",
      path: "/x/",
      permissions_boundary: "arn:aws:iam::aws:policy/x",
      tags: { a: "b" },
      inline_policy: [{ name: "x", policy: pol }],
    },
    { assume_role_policy: pol, name_prefix: "n" },
  ],
  aws_iam_role_policy_attachment: [{ policy_arn: "arn:aws:iam::aws:policy/x", role: "r" }],
  aws_kms_alias: [
    { name: "alias/n", target_key_id: "k" },
    { name_prefix: "alias/n", target_key_id: "k" },
  ],
  aws_kms_external_key: [
    {
      bypass_policy_lockout_safety_check: true,
      deletion_window_in_days: 7,
      description: "d",
      enabled: false,
      key_material_base64: "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=",
      multi_region: true,
      policy: pol,
      tags: { a: "b" },
      valid_to: "2044-01-01T00:00:00Z",
    },
  ],
  aws_kms_grant: [
    {
      grant_creation_tokens: ["t"],
      grantee_principal: role,
      key_id: "k",
      name: "n",
      operations: ["Decrypt"],
      retire_on_delete: true,
      retiring_principal: role,
      constraints: [{ encryption_context_equals: { a: "b" } }],
    },
    {
      grantee_principal: role,
      key_id: "k",
      operations: ["Decrypt"],
      constraints: [{ encryption_context_subset: { a: "b" } }],
    },
  ],
  aws_kms_key: [
    {
      bypass_policy_lockout_safety_check: true,
      custom_key_store_id: "cks",
      customer_master_key_spec: "RSA_2048",
      deletion_window_in_days: 7,
      description: "d",
      enable_key_rotation: true,
      is_enabled: false,
      key_usage: "SIGN_VERIFY",
      multi_region: true,
      policy: pol,
      rotation_period_in_days: 100,
      tags: { a: "b" },
      xks_key_id: "x",
    },
  ],
  aws_kms_replica_external_key: [
    {
      bypass_policy_lockout_safety_check: true,
      deletion_window_in_days: 7,
      description: "d",
      enabled: false,
      key_material_base64: "MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=",
      policy: pol,
      primary_key_arn: key,
      tags: { a: "b" },
      valid_to: "2044-01-01T00:00:00Z",
    },
  ],
  aws_kms_replica_key: [
    {
      bypass_policy_lockout_safety_check: true,
      deletion_window_in_days: 7,
      description: "d",
      enabled: false,
      policy: pol,
      primary_key_arn: key,
      tags: { a: "b" },
    },
  ],
};
