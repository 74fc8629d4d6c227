import { adviseDeployment, type DeploymentAdvice } from "../../advice/advise";
import type { ToldNeed } from "../../model/advice";
import type { PriceList, PriceLists } from "../../model/prices";
import type { ProviderCatalog } from "../../model/provider-catalog";
import { providerNamed } from "../../providers/registry";
import type { ReadSpec } from "../read-specs";

/** A deployment and the advice on it. */
export interface AdvisedDeployment {
  readonly name: string;
  /** The spec, as given on the command line. */
  readonly spec: string;
  readonly told: readonly ToldNeed[];
  readonly catalog: ProviderCatalog;
  readonly prices: PriceList | undefined;
  readonly advice: DeploymentAdvice;
}

/** Advises on a spec that compiled; `given` are the prices that take the place of known ones. */
export function adviseSpec(
  { argument, deployment }: ReadSpec,
  told: readonly ToldNeed[],
  given: PriceLists,
): AdvisedDeployment {
  const { plan, account, providerName } = deployment;
  const { catalog, prices: known, advice: data } = providerNamed(providerName);
  const partition = catalog.regions.get(plan.primaryRegion)?.partition ?? "";
  const prices = given.get(partition) ?? known.get(partition);
  const advice = adviseDeployment({ plan, account, catalog, told: new Set(told) }, data, prices);
  return { name: plan.name, spec: argument, told, catalog, prices, advice };
}
