import type { PlannedResource } from "./offline-plan";
import type { ProviderSchema, SchemaBlock } from "./provider-schema";

const PROVIDER = 'provider["registry.terraform.io/hashicorp/aws"]';

/** A resource of a state, as Terraform's file has it. */
export interface StateResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly [field: string]: unknown;
}

/** The state after a plan that creates everything: what the plan does not know is made up. */
export function stateOf(
  planned: readonly PlannedResource[],
  schema: ProviderSchema,
): readonly StateResource[] {
  return planned.map(({ mode, type, name, change }) => {
    const known = schema.resource_schemas[type];
    if (known === undefined) throw new Error(`the provider does not know ${type}`);
    return {
      mode,
      type,
      name,
      provider: PROVIDER,
      instances: [
        { schema_version: known.version, attributes: madeUp(`${type}-${name}`, change, known.block) },
      ],
    };
  });
}

function madeUp(
  seed: string,
  { after, after_unknown: unknown }: PlannedResource["change"],
  { attributes = {} }: SchemaBlock,
): Readonly<Record<string, unknown>> {
  const values = Object.entries(attributes).map(([name, { type }]): [string, unknown] => {
    const value = unknown[name] === true ? valueOf(name, seed, type) : (after?.[name] ?? null);
    return [name, value];
  });
  return { ...after, ...Object.fromEntries(values) };
}

function valueOf(name: string, seed: string, type: unknown): unknown {
  if (type === "number") return 1;
  if (type === "bool") return false;
  if (type === "string")
    return name.endsWith("arn") || name.endsWith("kms_key_id")
      ? `arn:aws:kms:us-east-1:111122223333:key/${seed}`
      : `${seed}-${name}`;
  const isMap = Array.isArray(type) && type[0] === "map";
  return isMap ? {} : [];
}
