import type {
  IneffectiveChange,
  LiveBehaviour,
  ReviewAction,
  ReviewValue,
  ReviewedResource,
} from "../terraform/live-behaviour";
import { createValues, type FateOf } from "./attribute-values";
import { compareArguments, type ArgumentChange, type ArgumentValues } from "./compare-arguments";
import type { Configuration } from "./configuration";
import { matchResources, placeOf, type Pair, type Placed } from "./match-resources";

/** What Terraform does with one resource. */
export interface PlannedChange {
  readonly pair: Pair;
  readonly before: ReviewedResource | undefined;
  /** As it stands when the change is applied: an argument whose change has no effect is what it was. */
  readonly after: ReviewedResource | undefined;
  readonly action: ReviewAction;
  readonly arguments: readonly ArgumentChange[];
  readonly withoutEffect: readonly IneffectiveChange[];
}

/**
 * Works out what Terraform does with every resource when a deployment that stands as `before` says is given
 * the configuration `after`. A value that a replaced or new resource makes is carried to whatever refers to it.
 */
export function planChanges(
  before: Configuration,
  after: Configuration,
  behaviour: LiveBehaviour,
): readonly PlannedChange[] {
  const pairs = matchResources(before, after);
  const pairOf = new Map(pairs.flatMap((pair) => (pair.after ? [[placeOf(pair.after), pair] as const] : [])));
  const planned = new Map<Pair, PlannedChange>();
  const underWay = new Set<Pair>();

  const old: Side = createSide(before, behaviour, (root, block) => ({
    place: placeOf({ root, block }),
    causes: [],
  }));
  const now: Side = createSide(after, behaviour, (root, block) => {
    const place = placeOf({ root, block });
    const pair = pairOf.get(place);
    if (pair === undefined || underWay.has(pair)) return { place, causes: [] };
    const { action } = planPair(pair);
    const isNew = action === "create" || action === "replace";
    return { place: placeOf(pair.before ?? { root, block }), causes: isNew ? [block.address] : [] };
  });

  const planPair = (pair: Pair): PlannedChange => {
    const known = planned.get(pair);
    if (known !== undefined) return known;
    underWay.add(pair);
    const change = comparePair(pair, { old, now, behaviour, isForgotten: isForgotten(pair, after) });
    underWay.delete(pair);
    planned.set(pair, change);
    return change;
  };

  return pairs.map(planPair);
}

/** A side of the comparison: what its resources' arguments are worth. */
interface Side {
  readonly argumentsOf: (placed: Placed) => ArgumentValues;
  readonly resource: (placed: Placed) => ReviewedResource;
}

function createSide(configuration: Configuration, behaviour: LiveBehaviour, fateOf: FateOf): Side {
  const { evaluate, providerOf, regionOf } = createValues(configuration, behaviour, fateOf);

  const argumentsOf = ({ root, block }: Placed): ArgumentValues => {
    const given = evaluate(root, block.arguments);
    const values = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
    const placement = { provider: providerOf(root, block), arguments: values };
    const own = Object.entries(values).filter(([name]) => !behaviour.placementArguments.includes(name));
    return { ...Object.fromEntries(own), ...behaviour.derived(block.type, placement) };
  };
  const resource = ({ root, block }: Placed): ReviewedResource => {
    const given = evaluate(root, block.arguments);
    return {
      type: block.type,
      address: block.address,
      root: root.folder,
      region: regionOf(root, block, given),
      arguments: argumentsOf({ root, block }),
      isProtected: block.preventDestroy,
    };
  };
  return { argumentsOf, resource };
}

interface Comparison {
  readonly old: Side;
  readonly now: Side;
  readonly behaviour: LiveBehaviour;
  readonly isForgotten: boolean;
}

/** A `removed` block lets Terraform forget a resource and leave it standing. */
function isForgotten({ before }: Pair, after: Configuration): boolean {
  if (before === undefined) return false;
  return after.get(before.root.folder)?.forgotten.has(before.block.address) === true;
}

function comparePair(pair: Pair, { old, now, behaviour, isForgotten }: Comparison): PlannedChange {
  const before = pair.before === undefined ? undefined : old.resource(pair.before);
  const after =
    pair.after === undefined ? undefined : inItsRegion(now.resource(pair.after), pair, { before, behaviour });
  if (before === undefined || after === undefined) {
    const action = before === undefined ? "create" : isForgotten ? "forget" : "destroy";
    return { pair, before, after, action, arguments: [], withoutEffect: [] };
  }
  const changes = compareArguments(before.arguments, after.arguments, {
    behaviour: behaviour.types.get(after.type),
    normalise: (argument, value) => behaviour.normalise(after.type, argument, value),
    ignoreChanges: pair.after?.block.ignoreChanges ?? [],
  });
  const action = actionOf(changes, before, after);
  return {
    pair,
    before,
    after: withEffect(after, changes),
    action,
    arguments: withoutRestated(changes, behaviour),
    withoutEffect: changes.flatMap(({ name, after: text, effect, because: { kind } }) =>
      effect === "none" && (kind === "ignored" || kind === "kept")
        ? [{ name, because: kind, isRemoved: text === undefined }]
        : [],
    ),
  };
}

/** What spans Regions stands where it did, though another provider block finds it now. */
function inItsRegion(
  after: ReviewedResource,
  pair: Pair,
  { before, behaviour }: { readonly before: ReviewedResource | undefined; readonly behaviour: LiveBehaviour },
): ReviewedResource {
  if (before === undefined || behaviour.types.get(after.type)?.spansRegions !== true) return after;
  const saysRegion = ({ block }: Placed) =>
    behaviour.placementArguments.some((name) => block.arguments[name] !== undefined);
  const isByBlock = [pair.before, pair.after].every((placed) => placed !== undefined && !saysRegion(placed));
  return isByBlock ? { ...after, region: before.region } : after;
}

function actionOf(
  changes: readonly ArgumentChange[],
  before: ReviewedResource,
  after: ReviewedResource,
): ReviewAction {
  const hasLeftRegion = before.region !== after.region;
  if (hasLeftRegion || changes.some(({ effect }) => effect === "replace")) return "replace";
  return changes.some(({ effect }) => effect === "update") ? "update" : "none";
}

function withoutRestated(
  changes: readonly ArgumentChange[],
  { restates }: LiveBehaviour,
): readonly ArgumentChange[] {
  const names = new Set(changes.map(({ name }) => name));
  return changes.filter(({ name }) => !names.has(restates[name] ?? ""));
}

function withEffect(after: ReviewedResource, changes: readonly ArgumentChange[]): ReviewedResource {
  const values: Record<string, ReviewValue> = { ...after.arguments };
  for (const { name, before, after: now, effect, because } of changes) {
    const stands = effect === "none" ? before : now;
    if (stands !== undefined) values[name] = stands;
    else if (because.kind === "ignored") Reflect.deleteProperty(values, name);
  }
  return { ...after, arguments: values };
}
