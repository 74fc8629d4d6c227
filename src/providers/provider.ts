import type { AdviceData } from "../model/advice";
import type { DeploymentPlan } from "../model/plan";
import type { PriceLists, ProviderKeyPrice } from "../model/prices";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { StarterData } from "../model/starter";
import type { QuotaUse } from "../model/quota";
import type { Rule } from "../rules/rule";
import type { ProviderSpec } from "../spec/schema/provider";
import type { TerraformSpec } from "../spec/schema/terraform";
import type { Companion } from "../terraform/companion";
import type { LiveBehaviour } from "../terraform/live-behaviour";
import type { TerraformProgram } from "../terraform/program";
import type { CheckOutcome, PolicyCheck } from "./policy-check";

/** What a provider is given to lower: the plan, and the blocks of the spec that the plan does not carry. */
export interface LoweringRequest {
  readonly plan: DeploymentPlan;
  /** The `provider` block as written. */
  readonly provider: ProviderSpec;
  /** The `terraform` block as written. */
  readonly terraform: TerraformSpec;
}

/** A provider: what it knows, what it refuses, and how a plan becomes its resources. */
export interface Provider {
  readonly id: string;
  readonly catalog: ProviderCatalog;
  /** Rules about fields and limits that only this provider has. */
  readonly rules: readonly Rule[];
  /** The root modules of a plan that all rules accept, in the order in which they are applied. */
  readonly lower: (request: LoweringRequest) => readonly TerraformProgram[];
  /** The checks of other tools, and our own, that touch what is emitted. */
  readonly policyChecks: readonly PolicyCheck[];
  /** What those checks say of the root modules of a plan, check by check. */
  readonly audit: (plan: DeploymentPlan, programs: readonly TerraformProgram[]) => readonly CheckOutcome[];
  /** What accompanies the root modules: guides, tests, documents; made while it is read. */
  readonly accompany: (
    request: LoweringRequest,
    programs: readonly TerraformProgram[],
  ) => Iterable<Companion>;
  /** What there is to say of its key strategies. */
  readonly advice: AdviceData;
  /** What specs begin with. */
  readonly starter: StarterData;
  /** What its keys cost, by partition. */
  readonly prices: PriceLists;
  /** Sentences on what the prices are for. */
  readonly priceNotes: readonly string[];
  /** What keys cost that it keeps itself, where the prices of a partition are known. */
  readonly providerKeyPrices: readonly ProviderKeyPrice[];
  /** What a plan uses of the quotas of the account, if the spec names one, that it is applied in. */
  readonly quotaUse: (plan: DeploymentPlan, account: string | undefined) => readonly QuotaUse[];
  /** How its live resources take changes. */
  readonly live: LiveBehaviour;
}
