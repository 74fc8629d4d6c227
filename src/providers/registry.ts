import { invariant } from "../base/invariant";
import { asRegionName } from "../base/names";
import type { ProviderCatalog } from "../model/provider-catalog";
import { awsProvider } from "./aws/provider";
import { googleProvider } from "./google/provider";
import type { PolicyCheck } from "./policy-check";
import type { Provider } from "./provider";

const PROVIDERS: readonly Provider[] = [awsProvider, googleProvider];

/** The provider that a spec names; the schema admits no other name than those that stand here. */
export function providerNamed(name: string): Provider {
  const provider = PROVIDERS.find(({ id }) => id === name);
  invariant(provider !== undefined, `the schema admits provider ${name}, the registry does not have it`);
  return provider;
}

/** The policy checks of all providers, each once: some look at what every provider emits. */
export function allPolicyChecks(): readonly PolicyCheck[] {
  return [...new Set(PROVIDERS.flatMap(({ policyChecks }) => policyChecks))];
}

/** The catalogs of all providers. */
export function allCatalogs(): readonly ProviderCatalog[] {
  return PROVIDERS.map(({ catalog }) => catalog);
}

/** Every provider. */
export function allProviders(): readonly Provider[] {
  return PROVIDERS;
}

/** The provider that a spec is begun with when nobody names a Region. */
export function defaultProvider(): Provider {
  return awsProvider;
}

/** The provider that has all of the Regions, or else the one that a spec is begun with. */
export function providerOfRegions(regions: readonly string[]): Provider {
  const has = ({ catalog }: Provider, region: string) => catalog.regions.has(asRegionName(region));
  return PROVIDERS.find((provider) => regions.every((region) => has(provider, region))) ?? defaultProvider();
}
