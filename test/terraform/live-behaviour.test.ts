import { awsLiveBehaviour } from "../../src/providers/aws/live/behaviour";
import type { TypeBehaviour } from "../../src/terraform/live-behaviour";
import { ARGUMENT_SAMPLES } from "../support/terraform/argument-samples";
import { planOffline, type PlannedResource } from "../support/terraform/offline-plan";
import {
  readProviderSchema,
  type ProviderSchema,
  type SchemaBlock,
} from "../support/terraform/provider-schema";

/*
 * The tables of providers/aws/live against the real provider: every argument is changed on a resource that stands,
 * and the plan says which of them force a replacement.
 */

let schema: ProviderSchema;
let planned: readonly PlannedResource[];

beforeAll(async () => {
  schema = await readProviderSchema();
  const resource = Object.fromEntries(
    Object.entries(ARGUMENT_SAMPLES).map(([type, variants]) => [
      type,
      Object.fromEntries(variants.map((variant, index) => [`v${index}`, variant])),
    ]),
  );
  const provider = {
    aws: {
      region: "us-east-1",
      skip_credentials_validation: true,
      skip_requesting_account_id: true,
      skip_metadata_api_check: true,
    },
  };
  const terraform = { required_providers: { aws: { source: "hashicorp/aws" } } };
  const content = JSON.stringify({ terraform, provider, resource });
  planned = await planOffline([{ path: "main.tf.json", content }], standing());
});

/** Every resource as it stands before: nothing but what must be given, and that differently. */
function standing(): readonly object[] {
  return Object.entries(ARGUMENT_SAMPLES).flatMap(([type, variants]) =>
    variants.map((_, index) => {
      const { version = 0, block } = schema.resource_schemas[type] ?? {};
      const required = Object.entries(block?.attributes ?? {}).filter(
        ([, attribute]) => attribute.required === true,
      );
      const values = required.map(([name, attribute]): [string, unknown] => [
        name,
        Array.isArray(attribute.type) ? ["old"] : oldText(name),
      ]);
      return {
        mode: "managed",
        type,
        name: `v${index}`,
        provider: 'provider["registry.terraform.io/hashicorp/aws"]',
        instances: [{ schema_version: version, attributes: { id: "old", ...Object.fromEntries(values) } }],
      };
    }),
  );
}

function oldText(name: string): string {
  return name.endsWith("policy") ? "{}" : "old";
}

const types = [...awsLiveBehaviour.types];

describe("the real provider", () => {
  it.each(types)("replaces %s for exactly the arguments that the table says", (type, behaviour) => {
    const paths = planned
      .filter((resource) => resource.type === type)
      .flatMap(({ change }) => change.replace_paths ?? [])
      .map((steps) => steps.filter((step) => typeof step === "string").join("."));
    // A nested block that forces a replacement is named by its arguments, or as a whole.
    const blocks = new Set(behaviour.replaces.map((name) => name.split(".")[0] ?? ""));
    const isWhole = (name: string) => paths.includes(name.split(".")[0] ?? "");
    const expected = behaviour.replaces.filter((name) => !paths.includes(name) && !isWhole(name));
    const unexpected = paths.filter((name) => !behaviour.replaces.includes(name) && !blocks.has(name));
    expect({ missing: expected, unexpected }).toEqual({ missing: [], unexpected: [] });
  });

  it.each(types)("knows %s by the arguments that the table has, and no others", (type, behaviour) => {
    const known = schema.resource_schemas[type]?.block ?? {};
    expect(tabled(behaviour)).toEqual(argumentsOf(known).sort());
  });

  it.each(types)("fills in what %s leaves out where the table says so", (type, { kept = [] }) => {
    const computed = argumentsOf(schema.resource_schemas[type]?.block ?? {}, true);
    expect([...kept].sort()).toEqual(computed.sort());
  });
});

test("every argument of every type has a sample", () => {
  const lacking = types.flatMap(([type, behaviour]) => {
    const given = (ARGUMENT_SAMPLES[type] ?? []).flatMap((variant) => namesIn(variant));
    return tabled(behaviour)
      .filter((name) => !given.includes(name))
      .map((name) => `${type}.${name}`);
  });
  expect(lacking).toEqual([]);
});

function tabled({ replaces, updates, writeOnly = [] }: TypeBehaviour): string[] {
  return [...replaces, ...updates, ...writeOnly].sort();
}

function namesIn(variant: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(variant).flatMap(([name, value]) => {
    const isBlock = Array.isArray(value) && value.every((item) => typeof item === "object");
    return isBlock
      ? value.flatMap((item: object) => Object.keys(item).map((key) => `${name}.${key}`))
      : [name];
  });
}

/** Arguments that Terraform restates, or that name a resource to Terraform alone. */
const NOT_ARGUMENTS = ["id", "tags_all"];

function argumentsOf({ attributes = {}, block_types: blocks = {} }: SchemaBlock, computed = false): string[] {
  const own = Object.entries(attributes)
    .filter(([, { optional, required }]) => optional === true || required === true)
    .filter(
      ([name, attribute]) => !NOT_ARGUMENTS.includes(name) && (!computed || attribute.computed === true),
    )
    .map(([name]) => name);
  const nested = Object.entries(blocks)
    .filter(([name]) => name !== "timeouts")
    .flatMap(([name, { block }]) => argumentsOf(block, computed).map((inner) => `${name}.${inner}`));
  return [...own, ...nested];
}
