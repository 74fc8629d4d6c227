import type {
  AwsProviderAssumeRole,
  AwsProviderConfig,
  AwsProviderDefaultTags,
} from "@cdktf/provider-aws/lib/provider";
import { sortedEntries, sortedUnique } from "../../base/ordering";
import { nested, toBody } from "../../terraform/block";
import type { ProviderConfiguration } from "../../terraform/program";
import type { LoweringContext } from "./lowering-context";

/** Version constraints that a spec gets where it says nothing. */
export const DEFAULT_PROVIDER_VERSION = {
  alias: ">= 5.100.0, < 7.0.0",
  argument: ">= 6.0.0, < 7.0.0",
} as const;

/**
 * Regions that are newer than version 5.100 of the provider, which refuses what it does not know:
 * https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs#skip_region_validation
 */
const NEWER_THAN_PROVIDER: ReadonlySet<string> = new Set(["ap-southeast-6", "us-isob-west-1"]);

/** The provider block of a Region. */
export function lowerProvider({ request }: LoweringContext, region: string): ProviderConfiguration {
  const { account, allowedAccountIds, assumeRoleArn, tags } = request.provider;
  const accounts = allowedAccountIds ?? (account === undefined ? undefined : [account]);
  const defaultTags = sortedEntries(tags);
  const args = {
    region,
    skipRegionValidation: NEWER_THAN_PROVIDER.has(region) || undefined,
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
