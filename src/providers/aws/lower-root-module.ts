import type {
  AwsProviderAssumeRole,
  AwsProviderConfig,
  AwsProviderDefaultTags,
} from "@cdktf/provider-aws/lib/provider";
import { sortedEntries, sortedUnique } from "../../base/ordering";
import type { TerraformSpec } from "../../spec/schema/terraform";
import { nested, toBody } from "../../terraform/block";
import { toExpression } from "../../terraform/expression";
import type { Backend, ProviderConfiguration, ResourceElement } from "../../terraform/program";
import { stateName } from "../../terraform/split";
import type { LoweringContext } from "./lowering-context";

/** Version constraints that a spec gets where it says nothing. */
export const DEFAULT_PROVIDER_VERSION = {
  alias: ">= 5.100.0, < 7.0.0",
  argument: ">= 6.0.0, < 7.0.0",
} as const;
/** Write-only arguments need 1.11: https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only. */
export const DEFAULT_TERRAFORM_VERSION = ">= 1.11.0";

/** The provider block of a Region. */
export function lowerProvider({ request }: LoweringContext, region: string): ProviderConfiguration {
  const { account, allowedAccountIds, assumeRoleArn, tags } = request.provider;
  const accounts = allowedAccountIds ?? (account === undefined ? undefined : [account]);
  const defaultTags = sortedEntries(tags);
  const args = {
    region,
    allowedAccountIds: accounts === undefined ? undefined : sortedUnique(accounts),
    assumeRole:
      assumeRoleArn === undefined ? undefined : [nested<AwsProviderAssumeRole>({ roleArn: assumeRoleArn })],
    defaultTags:
      defaultTags.length === 0
        ? undefined
        : [nested<AwsProviderDefaultTags>({ tags: Object.fromEntries(defaultTags) })],
  } satisfies { readonly [K in keyof AwsProviderConfig]?: unknown };
  return { name: "aws", region, body: toBody(args) };
}

const STATE_FILE = "terraform.tfstate";

/** The backend of a stack, at the same place for the plain files and for the construct tree. */
export function lowerBackend({ backend }: TerraformSpec, stack: string): Backend {
  const block = (type: "local" | "s3" | "remote", args: Readonly<Record<string, unknown>>): Backend => ({
    kind: "block",
    type,
    body: toBody(args),
  });
  if (backend?.s3 !== undefined) {
    const { bucket, region, keyPrefix, kmsKeyId, useLockfile } = backend.s3;
    const key = `${keyPrefix}/${stack}.tfstate`;
    return block("s3", { bucket, key, region, encrypt: true, kmsKeyId, useLockfile: useLockfile ?? true });
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
      { kind: "argument", name: "config", value: toExpression(config as Readonly<Record<string, string>>) },
    ],
    lifecycle: {},
    dependsOn: [],
    comment: `The outputs of stack ${stack}.`,
    skippedChecks: [],
  });
  if (backend?.s3 !== undefined) {
    const { bucket, region, keyPrefix } = backend.s3;
    return element("s3", { bucket, key: `${keyPrefix}/${stack}.tfstate`, region });
  }
  if (backend?.remote !== undefined) {
    const { organization, hostname, workspacePrefix } = backend.remote;
    return element("remote", { hostname, organization, workspaces: { name: `${workspacePrefix}${stack}` } });
  }
  return element("local", { path: `../${stack}/${backend?.local?.path ?? STATE_FILE}` });
}
