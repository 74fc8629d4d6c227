import { groupBy } from "../../base/group-by";
import { compareText, sortedUnique } from "../../base/ordering";
import type { Picture, PictureEdge, PictureNode, PictureRegion } from "../picture";

/** A box, by its upper left corner, in pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node with its place. */
export interface PlacedNode {
  readonly node: PictureNode;
  readonly box: Box;
}

/** A column: a Region, or what belongs to all. */
export interface PlacedRegion {
  readonly region: string | undefined;
  readonly box: Box;
  readonly nodes: readonly PlacedNode[];
}

/** A line by its corners; the last is where the arrow points. */
export interface PlacedEdge {
  readonly edge: PictureEdge;
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/** A picture with places. */
export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly regions: readonly PlacedRegion[];
  readonly edges: readonly PlacedEdge[];
}

const NODE = { width: 196, height: 60 };
/** Between nodes that stand in the same cell. */
const STACK_GAP = 8;
/** Above each row: lines between Regions run here. */
const ROW_GAP = 26;
/** Beside the nodes of a column: on the left run lines from keys, on the right those between Regions. */
const CHANNEL = { left: 28, right: 22 };
const COLUMN = { width: CHANNEL.left + NODE.width + CHANNEL.right, gap: 14 };
const TITLE_HEIGHT = 32;
const LOWER_PADDING = 14;

/**
 * A column for each Region, with a row for each key set and database: what belongs together stands at the same
 * height everywhere. Keys are above databases.
 */
export function layOut({ regions, edges }: Picture): PictureLayout {
  const rows = rowsOf(regions);
  const height = rows.end + LOWER_PADDING;
  const placed = regions.map(({ region, nodes }, index): PlacedRegion => {
    const x = index * (COLUMN.width + COLUMN.gap);
    return {
      region,
      box: { x, y: 0, width: COLUMN.width, height },
      nodes: [...groupBy(nodes, rowOf)].flatMap(([row, cell]) =>
        cell.map((node, place): PlacedNode => {
          const y = (rows.top.get(row) ?? 0) + place * (NODE.height + STACK_GAP);
          return { node, box: { x: x + CHANNEL.left, y, ...NODE } };
        }),
      ),
    };
  });
  return {
    width: Math.max(1, regions.length) * (COLUMN.width + COLUMN.gap) - COLUMN.gap,
    height,
    regions: placed,
    edges: placeEdges(edges, placed, rows.top),
  };
}

/** Where each row begins, and where the last ends. */
function rowsOf(regions: readonly PictureRegion[]): {
  readonly top: ReadonlyMap<string, number>;
  readonly end: number;
} {
  const top = new Map<string, number>();
  let y = TITLE_HEIGHT;
  for (const row of sortedUnique(regions.flatMap(({ nodes }) => nodes.map(rowOf)))) {
    const most = Math.max(...regions.map(({ nodes }) => nodes.filter((node) => rowOf(node) === row).length));
    y += ROW_GAP;
    top.set(row, y);
    y += most * (NODE.height + STACK_GAP) - STACK_GAP;
  }
  return { top, end: y };
}

function rowOf({ kind, title }: PictureNode): string {
  return `${kind === "key" ? 0 : 1} ${title}`;
}

function placeEdges(
  edges: readonly PictureEdge[],
  regions: readonly PlacedRegion[],
  tops: ReadonlyMap<string, number>,
): PlacedEdge[] {
  const places = new Map(
    regions.flatMap((region) => {
      const keys = region.nodes.map(({ node }) => node.id);
      return region.nodes.map((one) => [one.node.id, { ...one, region, lane: keys.indexOf(one.node.id) }]);
    }),
  );
  const placed = edges.flatMap((edge): PlacedEdge[] => {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    const [start, end] = [from.box.y + NODE.height / 2, to.box.y + NODE.height / 2];
    if (from.region === to.region) {
      // Each key has a lane of its own, so that lines of two keys do not run on top of each other.
      const lane = to.region.box.x + CHANNEL.left - 8 - (from.lane % 3) * 6;
      const corners = [
        [from.box.x, start],
        [lane, start],
        [lane, end],
        [to.box.x, end],
      ] as const;
      return [{ edge, corners }];
    }
    const way = (tops.get(rowOf(to.node)) ?? 0) - ROW_GAP / 2;
    const [out, into] = [from, to].map(({ region: { box } }) => box.x + box.width - 9);
    if (out === undefined || into === undefined) return [];
    const corners = [
      [from.box.x + NODE.width, start],
      [out, start],
      [out, way],
      [into, way],
      [into, end],
      [to.box.x + NODE.width, end],
    ] as const;
    return [{ edge, corners }];
  });
  // Where lines share a way, it has the colour of what stays; each shows its own where it leaves.
  const rank = ({ edge }: PlacedEdge) => `${edge.change === "kept" ? 1 : 0}`;
  return placed.sort((one, other) => compareText(rank(one), rank(other)));
}
