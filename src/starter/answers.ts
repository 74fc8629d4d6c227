import type { AdviceData, ToldNeed } from "../model/advice";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { StarterData } from "../model/starter";

/** What is known of a deployment before there is a spec of it. */
export interface StarterAnswers {
  readonly name: string;
  /** At least one; the primary Region first. */
  readonly regions: readonly [string, ...string[]];
  /** Undefined: keys only. */
  readonly engine: string | undefined;
  /** Whether applications encrypt by themselves, in one Region or more. */
  readonly hasClients: boolean;
  readonly needs: ReadonlySet<ToldNeed>;
}

/** What a starter spec is made from. */
export interface StarterProvider {
  readonly catalog: ProviderCatalog;
  readonly advice: AdviceData;
  readonly starter: StarterData;
}
