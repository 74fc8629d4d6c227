import { toSnakeCase } from "../terraform/names";
import type { Construct, TerraformResource } from "./bindings";
import type { ElementClass } from "./bound-element";

type Config = Readonly<Record<string, unknown>>;

/** Names of arguments, or blocks, that the bindings do not know; of blocks that they know, by the block. */
type NewerInBlocks = Readonly<Record<string, readonly string[]>>;

/**
 * A class of bindings that also takes arguments that are newer than these: the bindings would drop them, so that
 * they are written over what was synthesized.
 */
export function withNewer(
  Bound: ElementClass<TerraformResource>,
  newer: readonly string[],
  inBlocks: NewerInBlocks,
): ElementClass<TerraformResource> {
  const Class = Bound as unknown as new (scope: Construct, id: string, config: Config) => TerraformResource;
  return class extends Class {
    constructor(scope: Construct, id: string, config: Config) {
      super(scope, id, config);
      this.override(newer, config, "");
      for (const [block, names] of Object.entries(inBlocks)) {
        const inner = config[block];
        if (typeof inner === "object" && inner !== null)
          this.override(names, inner as Config, `${toSnakeCase(block)}.`);
      }
    }

    private override(names: readonly string[], config: Config, prefix: string): void {
      for (const name of names) {
        if (config[name] !== undefined)
          this.addOverride(`${prefix}${toSnakeCase(name)}`, toTerraform(config[name]));
      }
    }
  };
}

/** A value with Terraform's names all through. */
function toTerraform(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [toSnakeCase(name), toTerraform(inner)]),
  );
}
