import type { Construct, TerraformProvider } from "./bindings";

/** A class of the bindings, as far as it matters here: every one takes a scope, an id and its arguments. */
export type ElementClass<E> = new (scope: Construct, id: string, config: never) => E;

/** What resources and data sources of the bindings have in common. */
export interface BoundElement {
  readonly fqn: string;
  overrideLogicalId(name: string): void;
}

/** The classes of one provider's bindings. */
export interface ProviderClasses {
  /** Resource types and data sources by the name they have in Terraform; data sources begin with `data.`. */
  readonly elements: ReadonlyMap<string, ElementClass<BoundElement>>;
  /** Providers by their local name. */
  readonly providers: ReadonlyMap<string, ElementClass<TerraformProvider>>;
}
