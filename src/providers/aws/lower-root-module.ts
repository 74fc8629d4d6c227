import { sortedEntries, sortedUnique } from "../../base/ordering";
import { nested, toBody } from "../../terraform/block";
import type {
  AwsProviderAssumeRole,
  AwsProviderConfig,
  AwsProviderDefaultTags,
} from "@cdktf/provider-aws/lib/provider";
import type { Backend, ProviderConfiguration } from "../../terraform/program";
import type { TerraformSpec } from "../../spec/schema/terraform";
import type { LoweringContext } from "./lowering-context";

type Context = Omit<LoweringContext, "keyArn">;

/** Version constraints that a spec gets where it says nothing. */
export const DEFAULT_PROVIDER_VERSION = ">= 5.100.0, < 7.0.0";
/** Write-only arguments need 1.11: https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only. */
export const DEFAULT_TERRAFORM_VERSION = ">= 1.11.0";

/** The provider blocks: the default one for the primary Region first, then an alias for each other Region. */
export function lowerProviders({ plan, request, placementOf }: Context): readonly ProviderConfiguration[] {
  const { account, allowedAccountIds, assumeRoleArn, tags } = request.provider;
  const accounts = allowedAccountIds ?? (account === undefined ? undefined : [account]);
  const defaultTags = sortedEntries(tags);
  return plan.regions.map(({ name }): ProviderConfiguration => {
    const args = {
      region: name,
      allowedAccountIds: accounts === undefined ? undefined : sortedUnique(accounts),
      assumeRole:
        assumeRoleArn === undefined ? undefined : [nested<AwsProviderAssumeRole>({ roleArn: assumeRoleArn })],
      defaultTags:
        defaultTags.length === 0
          ? undefined
          : [nested<AwsProviderDefaultTags>({ tags: Object.fromEntries(defaultTags) })],
    } satisfies { readonly [K in keyof AwsProviderConfig]?: unknown };
    return { name: "aws", placement: placementOf(name), body: toBody(args) };
  });
}

/** The backend of a stack, at the same place for the plain files and for the construct tree. */
export function lowerBackend({ backend }: TerraformSpec, stack: string): Backend {
  if (backend?.s3 !== undefined) {
    const { bucket, region, keyPrefix, kmsKeyId, useLockfile } = backend.s3;
    return {
      kind: "block",
      type: "s3",
      body: toBody({
        bucket,
        key: `${keyPrefix}/${stack}.tfstate`,
        region,
        encrypt: true,
        kmsKeyId,
        useLockfile: useLockfile ?? true,
      }),
    };
  }
  if (backend?.local !== undefined) {
    return {
      kind: "block",
      type: "local",
      body: toBody({ path: backend.local.path ?? "terraform.tfstate" }),
    };
  }
  return { kind: "none" };
}
