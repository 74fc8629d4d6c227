import { invariant } from "../../base/invariant";
import type { RegionName } from "../../base/names";
import type { KeySet } from "../../model/key";
import type { Expression } from "../../terraform/expression";
import type { InputVariable, OutputValue, ResourceElement } from "../../terraform/program";
import { lowerAliases } from "./lower-aliases";
import { lowerGrants } from "./lower-grants";
import { lowerKey, materialVariable, type AwsKey } from "./lower-key";
import type { LoweredKey, LoweredKeyIndex, LoweringContext } from "./lowering-context";
import { byRegion, outputValue } from "../common/outputs";
import { serviceKey } from "./service-key";

/** The keys of a deployment as resources, and what whatever they encrypt needs of them. */
export interface LoweredKeys {
  /** Keys, aliases and grants, key set by key set, Region by Region. */
  readonly elements: readonly ResourceElement[];
  /** Data sources for AWS's own keys. */
  readonly data: readonly ResourceElement[];
  readonly index: LoweredKeyIndex;
  readonly variables: readonly InputVariable[];
  readonly outputs: readonly OutputValue[];
}

/** Lowers every key set. Policy, description, tags, aliases and grants are written out for each Region. */
export function lowerKeys(context: LoweringContext): LoweredKeys {
  const sets = context.plan.keySets.map((keySet) => ({ keySet, lowered: lowerKeySet(context, keySet) }));
  const data = new Map(sets.flatMap(({ lowered }) => [...lowered.data]));
  return {
    elements: sets.flatMap(({ lowered }) => lowered.elements),
    data: [...data.values()],
    index: new Map(sets.map(({ keySet, lowered }) => [keySet.name, lowered.keys])),
    variables: sets.flatMap(({ keySet }) => materialVariable(keySet)?.variable ?? []),
    outputs: sets.flatMap(({ keySet, lowered }) => keyOutputs(keySet.name, lowered.created)),
  };
}

/** What the outputs say of a key that is created here. */
interface CreatedKey {
  readonly arn: Expression<string>;
  readonly keyId: Expression<string>;
  readonly aliasArn: Expression<string>;
}

interface LoweredKeySet {
  readonly elements: readonly ResourceElement[];
  readonly data: ReadonlyMap<RegionName, ResourceElement>;
  readonly keys: ReadonlyMap<RegionName, LoweredKey>;
  readonly created: ReadonlyMap<RegionName, CreatedKey>;
}

function lowerKeySet(context: LoweringContext, keySet: KeySet): LoweredKeySet {
  const elements: ResourceElement[] = [];
  const data = new Map<RegionName, ResourceElement>();
  const keys = new Map<RegionName, LoweredKey>();
  const created = new Map<RegionName, CreatedKey>();
  let primary: Expression<string> | undefined;
  for (const key of keySet.keyIn.values()) {
    const { region } = key;
    switch (key.kind) {
      case "existing-key":
        keys.set(region, { arn: key.id, grants: [], kind: "own" });
        break;
      case "provider-owned-key":
        keys.set(region, { arn: undefined, grants: [], kind: "provider-owned" });
        break;
      case "provider-managed-key": {
        const element = serviceKey(region);
        data.set(region, element);
        keys.set(region, { arn: element.attribute("arn"), grants: [], kind: "provider-managed" });
        break;
      }
      default: {
        invariant(key.kind !== "location-key", `AWS has no key in ${key.region} for several Regions`);
        const lowered = lowerManagedKey(context, keySet, key, primary);
        // The primary Region comes first: its key stands before its replicas.
        if (key.kind === "primary-key") primary = lowered.created.arn;
        elements.push(...lowered.elements);
        keys.set(region, { arn: lowered.created.arn, grants: lowered.grants, kind: "own" });
        created.set(region, lowered.created);
      }
    }
  }
  return { elements, data, keys, created };
}

/** A key that is created here, with its aliases and grants. */
function lowerManagedKey(
  context: LoweringContext,
  keySet: KeySet,
  key: AwsKey,
  primary: Expression<string> | undefined,
) {
  const { element, arn, keyId } = lowerKey(context, keySet, key, primary);
  const aliases = lowerAliases(keySet, key, keyId);
  const grants = lowerGrants(keySet, key, keyId);
  const [main] = aliases;
  invariant(main !== undefined, `key set ${keySet.name} has no alias in ${key.region}`);
  return {
    elements: [element, ...aliases, ...grants],
    grants,
    created: { arn, keyId, aliasArn: main.attribute("arn") },
  };
}

function keyOutputs(name: string, created: ReadonlyMap<RegionName, CreatedKey>): OutputValue[] {
  if (created.size === 0) return [];
  return [
    outputValue(
      [name, "alias_arns"],
      `ARN of the alias of key set ${name} in each Region.`,
      byRegion(created, (key) => key.aliasArn),
    ),
    outputValue(
      [name, "key_arns"],
      `ARN of the key of key set ${name} in each Region.`,
      byRegion(created, (key) => key.arn),
    ),
    outputValue(
      [name, "key_ids"],
      `Id of the key of key set ${name} in each Region.`,
      byRegion(created, (key) => key.keyId),
    ),
  ];
}
