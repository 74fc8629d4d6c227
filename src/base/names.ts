declare const brand: unique symbol;

/** The name of a Region of the provider, such as `eu-west-1`. */
export type RegionName = string & { readonly [brand]: "RegionName" };

/** Marks text that the spec, or the provider's catalog, uses as the name of a Region. */
export function asRegionName(text: string): RegionName {
  return text as RegionName;
}

/** The keys of a map Region → anything. */
export function regionNames(record: Readonly<Record<string, unknown>> | undefined): RegionName[] {
  return Object.keys(record ?? {}).map(asRegionName);
}
