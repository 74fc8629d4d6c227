import type { Configuration, ResourceBlock, RootModule } from "./configuration";

/** A resource and the root module it stands in. */
export interface Placed {
  readonly root: RootModule;
  readonly block: ResourceBlock;
}

/** A resource on both sides, or on one. */
export interface Pair {
  readonly before: Placed | undefined;
  readonly after: Placed | undefined;
}

/** A place that is unique in a deployment. */
export function placeOf({ root, block }: Placed): string {
  return root.folder === "" ? block.address : `${root.folder}/${block.address}`;
}

/**
 * Pairs what Terraform takes for the same resource: the same address in the same root module, or one that a
 * `moved` block names.
 */
export function matchResources(before: Configuration, after: Configuration): readonly Pair[] {
  const taken = new Set<string>();
  const sources = new Map([...after.values()].map((root) => [root, movedFrom(root)]));
  const pairs = placedIn(after).map((placed): Pair => {
    const oldRoot = before.get(placed.root.folder);
    const moves = sources.get(placed.root) ?? new Map<string, string>();
    const address = oldRoot === undefined ? undefined : formerAddress(placed, moves, oldRoot);
    const block = address === undefined ? undefined : oldRoot?.blocks.get(address);
    if (oldRoot === undefined || block === undefined) return { before: undefined, after: placed };
    const old = { root: oldRoot, block };
    taken.add(placeOf(old));
    return { before: old, after: placed };
  });
  const gone = placedIn(before).filter((placed) => !taken.has(placeOf(placed)));
  return [...pairs, ...gone.map((placed): Pair => ({ before: placed, after: undefined }))];
}

/** The first `from` of each `to`. */
function movedFrom({ moved }: RootModule): ReadonlyMap<string, string> {
  return new Map(moved.toReversed().map(({ from, to }) => [to, from]));
}

/** Where a resource stood before, along `moved` blocks; its own address when it stood there already. */
function formerAddress(
  { block }: Placed,
  moves: ReadonlyMap<string, string>,
  before: RootModule,
): string | undefined {
  let address: string | undefined = block.address;
  const seen = new Set<string>();
  while (address !== undefined && !before.blocks.has(address) && !seen.has(address)) {
    seen.add(address);
    address = moves.get(address);
  }
  return address !== undefined && before.blocks.has(address) ? address : undefined;
}

function placedIn(configuration: Configuration): Placed[] {
  return [...configuration.values()].flatMap((root) =>
    [...root.blocks.values()].filter(({ kind }) => kind === "resource").map((block) => ({ root, block })),
  );
}
