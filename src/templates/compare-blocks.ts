import { HclSyntaxError, type HclParser } from "../review/hcl-json";

/** The blocks of files, by keyword and labels; what stands at an address more than once is there more than once. */
export type BlockIndex = ReadonlyMap<string, readonly string[]>;

/** Why a text is no configuration. */
export interface ParseProblem {
  readonly problem: string;
}

/** The blocks of a text, or why it cannot be read. */
export async function readBlocks(
  parser: HclParser,
  path: string,
  content: string,
): Promise<BlockIndex | ParseProblem> {
  try {
    const index = new Map<string, string[]>();
    collect(await parser.parse(path, content), [], index);
    return index;
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    // `parse config: [orders/keys.tf:3,5-8: what is wrong; in other words]`
    return { problem: error.message.replace(/^parse config: \[/, "").replace(/\]$/, "") };
  }
}

/** Whether an answer of {@link readBlocks} says that the text cannot be read. */
export function isProblem(read: BlockIndex | ParseProblem): read is ParseProblem {
  return "problem" in read;
}

/** Bodies stand in lists, below an object for each label. */
function collect(value: unknown, address: readonly string[], index: Map<string, string[]>): void {
  if (Array.isArray(value)) {
    for (const body of value as readonly unknown[]) {
      const name = [...address, ...aliasOf(address, body)].join(".");
      index.set(name, [...(index.get(name) ?? []), JSON.stringify(body)]);
    }
  } else if (typeof value === "object" && value !== null) {
    for (const [label, inner] of Object.entries(value)) collect(inner, [...address, label], index);
  }
}

/** What tells providers of one name apart. */
function aliasOf([keyword]: readonly string[], body: unknown): readonly string[] {
  const { alias } = body as { readonly alias?: unknown };
  return typeof alias === "string" && (keyword === "provider" || keyword === "mock_provider") ? [alias] : [];
}

/** What became of a block. */
export interface BlockDifference {
  readonly address: string;
  readonly problem: "is missing" | "is there more than once" | "is changed";
}

/** What is wrong with the blocks that there must be; others may be there beside them. */
export function differences(wanted: BlockIndex, found: BlockIndex): readonly BlockDifference[] {
  return [...wanted].flatMap(([address, bodies]): BlockDifference[] => {
    const there = found.get(address) ?? [];
    // Of blocks without a name, such as `moved`, there may be more.
    const mayBeMore = !address.includes(".");
    const lacks = bodies.some((body) => count(there, body) < count(bodies, body));
    const isDoubled = bodies.some((body) => count(there, body) > count(bodies, body));
    if (isDoubled || (!mayBeMore && there.length > bodies.length))
      return [{ address, problem: "is there more than once" }];
    if (!lacks) return [];
    return [{ address, problem: there.length === bodies.length ? "is changed" : "is missing" }];
  });
}

function count(bodies: readonly string[], body: string): number {
  return bodies.filter((one) => one === body).length;
}

/** The blocks of several files together. */
export function merged(indexes: readonly BlockIndex[]): BlockIndex {
  const all = new Map<string, string[]>();
  for (const index of indexes)
    for (const [address, bodies] of index) all.set(address, [...(all.get(address) ?? []), ...bodies]);
  return all;
}
