import * as fs from "node:fs";
import * as path from "node:path";
import { succeed } from "./terraform";

/** A plan as `terraform show -json` prints it, as far as two forms of a root module can be compared by it. */
export interface WholePlan {
  readonly resource_changes?: readonly Described[];
  readonly output_changes?: Readonly<Record<string, PlannedOutput>>;
  readonly prior_state?: {
    readonly values?: { readonly root_module?: { readonly resources?: readonly Described[] } };
  };
  readonly configuration: {
    readonly root_module: {
      readonly resources?: readonly Described[];
      readonly outputs?: object;
      readonly variables?: object;
    };
    readonly provider_config?: object;
  };
}

interface Described {
  readonly address: string;
}

interface PlannedOutput {
  readonly after?: unknown;
  readonly after_unknown: unknown;
}

/** What a plan is made with. */
export interface PlanSettings {
  readonly env: NodeJS.ProcessEnv;
  /** Outputs of the stacks whose states the root module reads, by the name of its data source. */
  readonly statesOfOthers: Readonly<Record<string, WholePlan["output_changes"]>>;
}

/** Plans a root module that was never applied, with local state: nothing else of it is changed. */
export async function planNew(root: string, { env, statesOfOthers }: PlanSettings): Promise<WholePlan> {
  const states = Object.entries(statesOfOthers).map(([name, outputs]): [string, object] => {
    const file = `${name}.tfstate`;
    fs.writeFileSync(path.join(root, file), JSON.stringify(stateWith(outputs)));
    return [name, { backend: "local", config: { path: file } }];
  });
  // https://developer.hashicorp.com/terraform/language/files/override
  const override = {
    terraform: { backend: { local: {} } },
    ...(states.length === 0 ? {} : { data: { terraform_remote_state: Object.fromEntries(states) } }),
  };
  fs.writeFileSync(path.join(root, "local_override.tf.json"), JSON.stringify(override));
  const quiet = ["-input=false", "-no-color"];
  await succeed(root, ["init", ...quiet], env);
  await succeed(root, ["plan", "-lock=false", "-out=new.tfplan", ...quiet], env);
  return JSON.parse(await succeed(root, ["show", "-json", "new.tfplan"], env)) as WholePlan;
}

/** What two plans must have in common: everything but the order in which they tell it. */
export function comparable({
  resource_changes,
  output_changes,
  prior_state,
  configuration,
}: WholePlan): object {
  const { resources, ...others } = configuration.root_module;
  return {
    resources: byAddress(resource_changes),
    read: byAddress(prior_state?.values?.root_module?.resources),
    outputs: output_changes,
    configuration: settled({
      ...others,
      resources: byAddress(resources),
      providers: configuration.provider_config,
    }),
  };
}

/**
 * The expressions of a configuration, told in one way: references are a set, and a template that the JSON syntax also
 * shows as if its text were a constant is left to the planned values.
 */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== "object" || value === null) return value;
  const { references } = value as { references?: readonly string[] };
  if (references !== undefined) return { references: [...references].sort() };
  const entries = Object.entries(value).filter(
    ([name, inner]) => name !== "constant_value" || !JSON.stringify(inner).includes("${"),
  );
  return Object.fromEntries(entries.map(([name, inner]) => [name, settled(inner)]));
}

function byAddress(list: readonly Described[] = []): object {
  return Object.fromEntries(list.map((described) => [described.address, described]));
}

/** A state that has outputs and nothing else; what its plan did not know is made up. */
function stateWith(outputs: WholePlan["output_changes"] = {}): object {
  const values = Object.entries(outputs).map(([name, { after, after_unknown: unknown }]) => {
    const value = madeUp(after, unknown);
    return [name, { value, type: typeOf(value) }];
  });
  return {
    version: 4,
    terraform_version: "1.11.0",
    serial: 1,
    lineage: "made-up",
    outputs: Object.fromEntries(values) as object,
    resources: [],
  };
}

function madeUp(after: unknown, unknown: unknown): unknown {
  if (unknown === true) return "arn:aws:kms:us-east-1:111122223333:key/1a2b3c4d-1111-4222-8333-444455556666";
  if (typeof unknown !== "object" || unknown === null) return after;
  const known = (after ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(unknown)) return unknown.map((inner, index) => madeUp(known[index], inner));
  const names = new Set([...Object.keys(known), ...Object.keys(unknown)]);
  return Object.fromEntries(
    [...names].map((name) => [name, madeUp(known[name], (unknown as Record<string, unknown>)[name])]),
  );
}

/** The type of a value as states have it. */
function typeOf(value: unknown): unknown {
  if (Array.isArray(value)) return ["tuple", value.map(typeOf)];
  if (typeof value !== "object" || value === null) return typeof value === "boolean" ? "bool" : typeof value;
  return ["object", Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typeOf(inner)]))];
}
