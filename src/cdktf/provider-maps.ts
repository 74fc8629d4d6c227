import { toSnakeCase } from "../terraform/names";
import type { Construct, TerraformProvider } from "./bindings";
import type { ElementClass } from "./bound-element";

type Config = Readonly<Record<string, unknown>>;

/**
 * A class of a provider whose maps keep their names. cdktf takes every name inside a provider block for one of its
 * own, and writes `cost-center` as `cost_center`: maps are written over what was synthesized.
 */
export function withMaps(
  Bound: ElementClass<TerraformProvider>,
  maps: readonly string[],
): ElementClass<TerraformProvider> {
  const Class = Bound as unknown as new (scope: Construct, id: string, config: Config) => TerraformProvider;
  return class extends Class {
    constructor(scope: Construct, id: string, config: Config) {
      super(scope, id, Object.fromEntries(Object.entries(config).filter(([name]) => !maps.includes(name))));
      for (const name of maps) {
        if (config[name] !== undefined) this.addOverride(toSnakeCase(name), config[name]);
      }
    }
  };
}
