import { groupBy } from "../../base/group-by";
import type { RegionName } from "../../base/names";
import { sortedUnique } from "../../base/ordering";
import { isManagedKey, type KeySet } from "../../model/key";
import { costOfKeys, placeOf, sumOfCosts, type KeyCost, type MonthlyCost } from "../../model/key-cost";
import type { PriceList, PriceLists, ProviderKeyPrice } from "../../model/prices";
import { strategyWord } from "../../model/provider-catalog";
import type { QuotaUse } from "../../model/quota";
import type { Provider } from "../../providers/provider";
import { providerNamed } from "../../providers/registry";
import type { ReadSpec } from "../read-specs";

/** Who pays for the keys of a key set. */
export type Payer =
  | { readonly kind: "deployment" }
  /** The accounts that own keys that stand already. */
  | { readonly kind: "owner"; readonly accounts: readonly string[] }
  /** Keys of the provider's own cost nothing. */
  | { readonly kind: "provider" };

/** A key set and what it costs a month; without a cost where the prices are not known. */
export interface CostedKeySet {
  readonly name: string;
  /** As the spec says it. */
  readonly strategy: string;
  readonly payer: Payer;
  /** Keys of the key set, whoever pays for them. */
  readonly keys: number;
  /** Keys that are disabled: they cost as much. */
  readonly disabled: number;
  readonly cost: MonthlyCost | undefined;
}

/** Keys that the provider keeps itself, and what they cost; the strategy is as a spec says it. */
export interface CostedAlternative extends Omit<ProviderKeyPrice, "strategy"> {
  readonly strategy: string;
}

/** A deployment, what its keys cost and what it uses of quotas. */
export interface CostedDeployment {
  readonly name: string;
  /** The spec, as given on the command line. */
  readonly spec: string;
  readonly partition: string;
  readonly account: string | undefined;
  readonly regions: readonly RegionName[];
  /** The Regions, and the locations of keys that are in none. */
  readonly places: readonly string[];
  readonly prices: PriceList | undefined;
  /** What the provider's own keys cost in the place of these. */
  readonly alternatives: readonly CostedAlternative[];
  /** Sentences on what the prices are for. */
  readonly priceNotes: readonly string[];
  readonly keySets: readonly CostedKeySet[];
  /** Key by key; none where the prices are not known. */
  readonly keyCosts: readonly KeyCost[];
  readonly quotaUse: readonly QuotaUse[];
}

/** Takes the costs of a spec that compiled; `given` are the prices that take the place of known ones. */
export function costDeployment({ argument, deployment }: ReadSpec, given: PriceLists): CostedDeployment {
  const { plan, account } = deployment;
  const provider = providerNamed(deployment.providerName);
  const partition = provider.catalog.regions.get(plan.primaryRegion)?.partition ?? "";
  const prices = given.get(partition) ?? provider.prices.get(partition);
  const regions = plan.regions.map(({ name }) => name);
  const keyCosts = prices === undefined ? [] : costOfKeys(plan.keySets, prices);
  const ofKeySet = groupBy(keyCosts, ({ keySet }) => keySet);
  return {
    name: plan.name,
    spec: argument,
    partition,
    account,
    regions,
    places: [...new Set([...regions, ...keyCosts.map(({ region }) => region)])],
    prices,
    alternatives: prices === undefined ? [] : alternativesOf(provider),
    priceNotes: provider.priceNotes,
    keySets: plan.keySets.map((keySet) =>
      costKeySet(keySet, ofKeySet.get(keySet.name) ?? [], prices !== undefined, provider),
    ),
    keyCosts,
    quotaUse: provider.quotaUse(plan, account),
  };
}

function alternativesOf({ providerKeyPrices, catalog }: Provider): readonly CostedAlternative[] {
  return providerKeyPrices.map((price) => ({ ...price, strategy: strategyWord(catalog, price.strategy) }));
}

function costKeySet(
  keySet: KeySet,
  costs: readonly KeyCost[],
  isPriceKnown: boolean,
  { catalog }: Provider,
): CostedKeySet {
  const keys = [...keySet.keyIn.values()];
  return {
    name: keySet.name,
    strategy: strategyWord(catalog, keySet.strategy),
    payer: payerOf(keySet, catalog),
    keys: new Set(keys.map(placeOf)).size,
    disabled: keys.filter((key) => isManagedKey(key) && !key.settings.enabled).length,
    cost: isPriceKnown ? sumOfCosts(costs) : undefined,
  };
}

function payerOf({ strategy, keyIn }: KeySet, catalog: Provider["catalog"]): Payer {
  if (strategy === "provider-managed" || strategy === "provider-owned") return { kind: "provider" };
  if (strategy !== "existing") return { kind: "deployment" };
  const accounts = [...keyIn.values()].flatMap((key): string[] => {
    const parsed = key.kind === "existing-key" ? catalog.parseKeyIdentifier(key.id) : undefined;
    return parsed?.kind === "key" ? [parsed.account] : [];
  });
  return { kind: "owner", accounts: sortedUnique(accounts) };
}
