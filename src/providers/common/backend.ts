import type { TerraformSpec } from "../../spec/schema/terraform";
import { nested, toBody } from "../../terraform/block";
import { toExpression } from "../../terraform/expression";
import type { Backend, BackendType, ResourceElement } from "../../terraform/program";
import { stateName } from "../../terraform/split";

const STATE_FILE = "terraform.tfstate";

/**
 * Regions that are newer than the S3 backend of Terraform 1.11, which refuses what it does not know:
 * https://developer.hashicorp.com/terraform/language/backend/s3#skip_region_validation
 */
const NEWER_THAN_BACKEND: ReadonlySet<string> = new Set([
  ...["ap-east-2", "ap-southeast-6", "eusc-de-east-1", "us-isob-west-1"],
]);

/** The backend of a stack, at the same place for the plain files and for the construct tree. */
export function lowerBackend({ backend }: TerraformSpec, stack: string): Backend {
  const block = (type: BackendType, args: Readonly<Record<string, unknown>>): Backend => ({
    kind: "block",
    type,
    body: toBody(args),
  });
  if (backend?.s3 !== undefined) {
    const { bucket, region, keyPrefix, kmsKeyId, useLockfile } = backend.s3;
    const key = `${keyPrefix}/${stack}.tfstate`;
    return block("s3", {
      ...{ bucket, key, region, encrypt: true, kmsKeyId, useLockfile: useLockfile ?? true },
      skipRegionValidation: NEWER_THAN_BACKEND.has(region) || undefined,
    });
  }
  if (backend?.gcs !== undefined) {
    const { bucket, prefix, kmsKey } = backend.gcs;
    return block("gcs", { bucket, prefix: `${prefix}/${stack}`, kmsEncryptionKey: kmsKey });
  }
  if (backend?.remote !== undefined) {
    const { organization, hostname, workspacePrefix } = backend.remote;
    const workspaces = nested<{ name: string }>({ name: `${workspacePrefix}${stack}` });
    return block("remote", { hostname, organization, workspaces });
  }
  if (backend?.local !== undefined) return block("local", { path: backend.local.path ?? STATE_FILE });
  return { kind: "none" };
}

/** The data source that reads the state of another stack, wherever the backend keeps it. */
export function lowerRemoteState({ backend }: TerraformSpec, stack: string): ResourceElement {
  const element = (type: string, config: Readonly<Record<string, unknown>>): ResourceElement => ({
    kind: "data",
    type: "terraform_remote_state",
    name: stateName(stack),
    region: undefined,
    body: [
      { kind: "argument", name: "backend", value: toExpression(type) },
      {
        kind: "argument",
        name: "config",
        value: toExpression(config as Readonly<Record<string, string | boolean>>),
      },
    ],
    lifecycle: {},
    dependsOn: [],
    comment: `The outputs of stack ${stack}.`,
    skippedChecks: [],
  });
  if (backend?.s3 !== undefined) {
    const { bucket, region, keyPrefix } = backend.s3;
    const skipped = NEWER_THAN_BACKEND.has(region) ? { skip_region_validation: true } : {};
    return element("s3", { bucket, key: `${keyPrefix}/${stack}.tfstate`, region, ...skipped });
  }
  if (backend?.gcs !== undefined) {
    const { bucket, prefix } = backend.gcs;
    return element("gcs", { bucket, prefix: `${prefix}/${stack}` });
  }
  if (backend?.remote !== undefined) {
    const { organization, hostname, workspacePrefix } = backend.remote;
    return element("remote", { hostname, organization, workspaces: { name: `${workspacePrefix}${stack}` } });
  }
  return element("local", { path: `../${stack}/${backend?.local?.path ?? STATE_FILE}` });
}
