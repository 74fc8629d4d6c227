import { groupBy } from "../base/group-by";
import { compareText } from "../base/ordering";
import { isPresent } from "../base/present";
import type { Holding, LiveBehaviour, ReviewAction } from "../terraform/live-behaviour";
import type { Configuration } from "./configuration";
import { placeOf, type Placed } from "./match-resources";
import type { PlannedChange } from "./plan-changes";
import { referencedPlaces } from "./references";

/** A key, a database, or what holds databases of several Regions together. */
export interface PictureNode {
  /** Unique in the picture. */
  readonly id: string;
  readonly address: string;
  readonly root: string;
  /** What it is called, without the Region where its name ends in it. */
  readonly title: string;
  readonly noun: string;
  readonly kind: "key" | "database" | "group";
  readonly action: ReviewAction;
  /** How many resources are destroyed, replaced, updated or created that stand by it, such as instances. */
  readonly nearby: Readonly<Partial<Record<ReviewAction, number>>>;
}

/** What one resource is to another. */
export interface PictureEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: "encrypts" | "replicates" | "holds";
  readonly change: "added" | "removed" | "kept";
}

/** The resources of one Region; those of all come first, without a Region. */
export interface PictureRegion {
  readonly region: string | undefined;
  readonly nodes: readonly PictureNode[];
}

/** Regions, keys and databases of a deployment, before and after in one. */
export interface Picture {
  readonly regions: readonly PictureRegion[];
  readonly edges: readonly PictureEdge[];
}

/** Both configurations, and what becomes of every resource. */
export interface PictureInput {
  readonly before: Configuration;
  readonly after: Configuration;
  readonly planned: readonly PlannedChange[];
  readonly behaviour: LiveBehaviour;
}

/** A resource with what its arguments refer to, on both sides. */
interface Item {
  readonly change: PlannedChange;
  readonly id: string;
  readonly region: string | undefined;
  readonly holds: Holding | undefined;
  readonly before: ReadonlySet<string>;
  readonly after: ReadonlySet<string>;
}

/** Draws what is reviewed, as structure. */
export function pictureOf(input: PictureInput): Picture {
  const items = itemsOf(input);
  const referring = referringItems(items);
  const kinds = new Map(
    items.flatMap((item) => {
      const kind = kindOf(item, referring.get(item.id) ?? []);
      return kind === undefined ? [] : [[item.id, kind] as const];
    }),
  );
  const shown = new Map(items.filter(({ id }) => kinds.has(id)).map((item) => [item.id, item]));
  const nodes = [...shown.values()].map((item) => ({
    region: kinds.get(item.id) === "group" ? undefined : item.region,
    isHome: isHome(item),
    node: nodeOf(item, kinds, referring.get(item.id) ?? [], input.behaviour),
  }));
  const regions = [...groupBy(nodes, ({ region }) => region)].sort(([one, first], [other, second]) => {
    const rank = (region: string | undefined, members: typeof first) =>
      region === undefined ? 0 : members.some((member) => member.isHome) ? 1 : 2;
    return rank(one, first) - rank(other, second) || compareText(one ?? "", other ?? "");
  });
  return {
    regions: regions.map(([region, members]) => ({ region, nodes: members.map(({ node }) => node) })),
    edges: edgesBetween(shown, kinds),
  };
}

function itemsOf({ before, after, planned, behaviour }: PictureInput): Item[] {
  const idOf = new Map<string, string>();
  const ids = planned.map(({ pair }) => {
    const old = pair.before && `before ${placeOf(pair.before)}`;
    const now = pair.after && `after ${placeOf(pair.after)}`;
    const id = now ?? old ?? "";
    for (const place of [old, now].filter(isPresent)) idOf.set(place, id);
    return id;
  });
  const referred = (configuration: Configuration, side: string, placed: Placed | undefined) =>
    new Set(
      placed === undefined
        ? []
        : referencedPlaces(configuration, placed).flatMap((place) => idOf.get(`${side} ${place}`) ?? []),
    );
  return planned.map((change, index) => {
    const resource = change.after ?? change.before;
    return {
      change,
      id: ids[index] ?? "",
      region: resource?.region,
      holds: behaviour.types.get(resource?.type ?? "")?.holds,
      before: referred(before, "before", change.pair.before),
      after: referred(after, "after", change.pair.after),
    };
  });
}

/** The items that refer to an item, by its id. */
function referringItems(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const references = items.flatMap((item) => referencesOf(item).map((id) => ({ id, item })));
  return new Map(
    [...groupBy(references, ({ id }) => id)].map(([id, found]) => [id, found.map(({ item }) => item)]),
  );
}

/** The ids of what an item refers to, on either side. */
function referencesOf({ before, after }: Item): readonly string[] {
  return [...new Set([...before, ...after])];
}

/** What databases of several Regions refer to holds them together; what stands in no Region (a role) does not. */
function kindOf({ holds, region }: Item, referring: readonly Item[]): PictureNode["kind"] | undefined {
  if (holds === "key" || holds === "database") return holds;
  if (holds !== undefined || region === undefined) return undefined;
  const members = referring.filter((item) => item.holds === "database");
  return new Set(members.map((member) => member.region)).size > 1 ? "group" : undefined;
}

function nodeOf(
  item: Item,
  kinds: ReadonlyMap<string, PictureNode["kind"]>,
  referring: readonly Item[],
  behaviour: LiveBehaviour,
): PictureNode {
  const { id, change, region } = item;
  const resource = change.after ?? change.before;
  const { address = "", root = "", type = "" } = resource ?? {};
  const nearby: Partial<Record<ReviewAction, number>> = {};
  for (const other of referring) {
    const { action } = other.change;
    if (!kinds.has(other.id) && action !== "none") nearby[action] = (nearby[action] ?? 0) + 1;
  }
  return {
    id,
    address,
    root,
    title: titleOf(address.slice(address.indexOf(".") + 1), region),
    noun: behaviour.types.get(type)?.noun ?? type,
    kind: kinds.get(id) ?? "group",
    action: change.action,
    nearby,
  };
}

function titleOf(name: string, region: string | undefined): string {
  const ending = region === undefined ? "" : `_${region.replaceAll("-", "_")}`;
  return ending !== "" && name.endsWith(ending) ? name.slice(0, -ending.length) : name;
}

/** Whether it stands where the provider block without an alias does. */
function isHome({ change: { pair } }: Item): boolean {
  const block = (pair.after ?? pair.before)?.block;
  return block !== undefined && !block.provider.includes(".") && block.arguments["region"] === undefined;
}

/** In the order in which the items at both ends are shown. */
function edgesBetween(
  shown: ReadonlyMap<string, Item>,
  kinds: ReadonlyMap<string, PictureNode["kind"]>,
): readonly PictureEdge[] {
  const ranks = new Map([...shown.keys()].map((id, rank) => [id, rank]));
  const rankOf = (id: string) => ranks.get(id) ?? 0;
  return [...shown.values()].flatMap((to) =>
    referencesOf(to)
      .filter((id) => shown.has(id))
      .sort((one, other) => rankOf(one) - rankOf(other))
      .map((from) => edgeTo(to, from, kinds)),
  );
}

function edgeTo(to: Item, from: string, kinds: ReadonlyMap<string, PictureNode["kind"]>): PictureEdge {
  const [was, is] = [to.before.has(from), to.after.has(from)];
  const source = kinds.get(from);
  const isSameKind = source === kinds.get(to.id);
  const kind = isSameKind ? "replicates" : source === "key" ? "encrypts" : "holds";
  return { from, to: to.id, kind, change: was && is ? "kept" : is ? "added" : "removed" };
}
