import { toSnakeCase } from "../terraform/names";
import {
  TerraformProvider,
  TerraformResource,
  type Construct,
  type TerraformMetaArguments,
} from "./bindings";
import type { ElementClass } from "./bound-element";

type Arguments = Readonly<Record<string, unknown>>;

/** Terraform's names of arguments; values are what they are: for types without blocks. */
function toAttributes(config: Arguments): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [toSnakeCase(name), value]));
}

const META_ARGUMENTS: readonly string[] = ["dependsOn", "lifecycle", "provider"];

/**
 * The class of a resource type that no bindings are made for; it has arguments only, and no blocks. cdktf asks for a
 * block of the provider that is named; some providers need none.
 */
export function plainResource(type: string, provider?: string): ElementClass<TerraformResource> {
  return class extends TerraformResource {
    private readonly attributes: Record<string, unknown>;

    constructor(scope: Construct, id: string, config: Arguments & TerraformMetaArguments) {
      super(scope, id, {
        terraformResourceType: type,
        ...(provider === undefined ? {} : { terraformGeneratorMetadata: { providerName: provider } }),
        ...config,
      });
      const own = Object.entries(config).filter(([name]) => !META_ARGUMENTS.includes(name));
      this.attributes = toAttributes(Object.fromEntries(own));
    }

    protected override synthesizeAttributes(): Record<string, unknown> {
      return this.attributes;
    }
  };
}

/** The class of a provider that no bindings are made for. */
export function plainProvider(name: string, source: string): ElementClass<TerraformProvider> {
  return class extends TerraformProvider {
    private readonly attributes: Record<string, unknown>;

    constructor(scope: Construct, id: string, config: Arguments) {
      super(scope, id, {
        terraformResourceType: name,
        terraformGeneratorMetadata: { providerName: name },
        terraformProviderSource: source,
      });
      this.attributes = toAttributes(config);
    }

    protected override synthesizeAttributes(): Record<string, unknown> {
      return this.attributes;
    }
  };
}
