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
  const valueAt = (reference: string): unknown => {
    const [type = "", name = "", attribute = ""] = reference.split(".");
    const resource = planned.find((one) => one.type === type && one.name === name);
    return resource === undefined ? undefined : valuesOf(resource)[attribute];
  };
  const valuesOf = (resource: PlannedResource) => {
    const { block } = schema.resource_schemas[resource.type] ?? {};
    if (block === undefined) throw new Error(`the provider does not know ${resource.type}`);
    return madeUp(resource, block, valueAt);
  };
  return planned.map((resource) => {
    const { mode, type, name } = resource;
    return {
      mode,
      type,
      name,
      provider: PROVIDER,
      instances: [
        {
          schema_version: schema.resource_schemas[type]?.version ?? 0,
          attributes: valuesOf(resource),
          sensitive_attributes: sensitivePaths(schema.resource_schemas[type]?.block),
        },
      ],
    };
  });
}

/**
 * Unknown to a plan, and never read back: empty unless it was given. Where it is there, the provider takes the character
 * set for the snapshot's, and does not replace the instance for another one.
 */
const ONLY_GIVEN: ReadonlySet<string> = new Set(["snapshot_identifier"]);

/** An argument that refers to another resource is what that has. */
function madeUp(
  { type: resourceType, name: resourceName, references, change }: PlannedResource,
  { attributes = {} }: SchemaBlock,
  valueAt: (reference: string) => unknown,
): Readonly<Record<string, unknown>> {
  const { after, after_unknown: unknown } = change;
  const referred = (name: string) => valueAt(references[name] ?? "");
  const values = Object.entries(attributes).map(([name, { type }]): [string, unknown] => {
    const value =
      unknown[name] === true && !ONLY_GIVEN.has(name)
        ? (referred(name) ?? valueOf(name, `${resourceType}-${resourceName}`, type))
        : (after?.[name] ?? null);
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
  const [kind, item] = Array.isArray(type) ? (type as readonly unknown[]) : [];
  if (kind === "map") return {};
  if (kind === "object")
    return Object.fromEntries(
      Object.entries(item as Readonly<Record<string, unknown>>).map(([field, inner]) => [
        field,
        valueOf(field, seed, inner),
      ]),
    );
  // One item, for outputs that take the first; of texts none.
  return Array.isArray(item) && item[0] === "object" ? [valueOf(name, seed, item)] : [];
}

/** Terraform takes a value that was not secret before for one that changes. */
function sensitivePaths(block: SchemaBlock | undefined): readonly object[] {
  return Object.entries(block?.attributes ?? {})
    .filter(([, { sensitive }]) => sensitive === true)
    .map(([value]) => [{ type: "get_attr", value }]);
}
