import type { Diagram, DiagramEdge, DiagramGroup, DiagramNode } from "../base/diagram";
import { mustGet } from "../base/invariant";
import type ElkConstructor from "elkjs/lib/elk.bundled.js";
import type { ElkExtendedEdge, ElkNode, ElkPoint, ElkPort } from "elkjs/lib/elk-api";
import { boxSize, FONT, textWidth, type Size } from "./measure";

/** A rectangle; x and y of its upper left corner, from that of the picture. */
export interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

/** A diagram with a place for everything. */
export interface PlacedDiagram extends Size {
  readonly groups: readonly (Place & { readonly group: DiagramGroup })[];
  readonly nodes: readonly (Place & { readonly node: DiagramNode })[];
  /** Corners of each line, from its box to its end. */
  readonly edges: readonly { readonly edge: DiagramEdge; readonly points: readonly ElkPoint[] }[];
}

/** Pixels from the border of a group to its boxes; above them is its title. */
const GROUP_PADDING = { top: 38, side: 16 } as const;

/** Pixels between things; a line's last part must be longer than its tip. */
const SPACING = {
  "elk.spacing.nodeNode": "22",
  "elk.spacing.edgeNode": "14",
  "elk.layered.spacing.nodeNodeBetweenLayers": "40",
  "elk.layered.spacing.edgeNodeBetweenLayers": "18",
} as const;

/** https://eclipse.dev/elk/reference/options.html */
const OPTIONS = {
  ...SPACING,
  "elk.algorithm": "layered",
  "elk.direction": "RIGHT",
  "elk.hierarchyHandling": "INCLUDE_CHILDREN",
  "elk.json.shapeCoords": "ROOT",
  "elk.json.edgeCoords": "ROOT",
  "elk.padding": "[top=16,left=16,bottom=16,right=16]",
  // Straight lines, and Regions in the order of the plan from top to bottom.
  "elk.layered.nodePlacement.strategy": "BRANDES_KOEPF",
  "elk.layered.nodePlacement.bk.fixedAlignment": "BALANCED",
  "elk.layered.considerModelOrder.strategy": "NODES_AND_EDGES",
  "elk.layered.crossingMinimization.forceNodeModelOrder": "true",
  "elk.separateConnectedComponents": "false",
} as const;

/** Finds a place for everything; the same diagram always gets the same places. */
export async function layOut(diagram: Diagram): Promise<PlacedDiagram> {
  // It is large, and whoever asks for no SVG does not wait for it. Its default export is all that it has.
  const loaded = (await import("elkjs/lib/elk.bundled.js")) as unknown as {
    readonly default: typeof ElkConstructor;
  };
  const placed = await new loaded.default().layout(toElk(diagram));
  const places = new Map(
    (placed.children ?? [])
      .flatMap((group) => [group, ...(group.children ?? [])])
      .map((child) => [child.id, placeOf(child)]),
  );
  const nodes = diagram.groups.flatMap((group) => group.nodes);
  return {
    width: placed.width ?? 0,
    height: placed.height ?? 0,
    groups: diagram.groups.map((group, index) => ({ group, ...mustGet(places, groupId(index)) })),
    nodes: nodes.map((node) => ({ node, ...mustGet(places, nodeId(node.id)) })),
    edges: diagram.edges.map((edge, index) => ({ edge, points: pointsOf(placed.edges?.[index]) })),
  };
}

function groupId(index: number): string {
  return `group ${index}`;
}

/** Marked, so that no text of a spec is the id of a group. */
function nodeId(id: string): string {
  return `node ${id}`;
}

function portId(node: string, side: Side, { label }: DiagramEdge): string {
  return `${side} ${label}: ${node}`;
}

type Side = "EAST" | "WEST";

function toElk({ groups, edges }: Diagram): ElkNode {
  const widest = new Map<string, number>();
  for (const node of groups.flatMap((group) => group.nodes))
    widest.set(node.shape, Math.max(widest.get(node.shape) ?? 0, boxSize(node).width));
  return {
    id: "root",
    layoutOptions: OPTIONS,
    children: groups.map(({ title, nodes }, index) => ({
      id: groupId(index),
      layoutOptions: {
        ...SPACING,
        "elk.padding": `[top=${GROUP_PADDING.top},left=${GROUP_PADDING.side},bottom=${GROUP_PADDING.side},right=${GROUP_PADDING.side}]`,
        "elk.nodeSize.constraints": "MINIMUM_SIZE",
        "elk.nodeSize.minimum": `(${textWidth(title, FONT.name, "bold") + 2 * GROUP_PADDING.side},0)`,
      },
      children: nodes.map((node) => ({
        id: nodeId(node.id),
        ...boxSize(node),
        width: mustGet(widest, node.shape),
        layoutOptions: { "elk.portConstraints": "FIXED_SIDE" },
        ports: portsOf(node, edges),
      })),
    })),
    edges: edges.map((edge, index) => ({
      id: `edge ${index}`,
      sources: [portId(edge.from, "EAST", edge)],
      targets: [portId(edge.to, "WEST", edge)],
    })),
  };
}

/** Lines that say the same leave a box at one point and run together as far as they can. */
function portsOf({ id }: DiagramNode, edges: readonly DiagramEdge[]): ElkPort[] {
  const sides = new Map<string, Side>();
  for (const edge of edges) {
    if (edge.from === id) sides.set(portId(id, "EAST", edge), "EAST");
    if (edge.to === id) sides.set(portId(id, "WEST", edge), "WEST");
  }
  return [...sides].map(([port, side]) => ({
    id: port,
    width: 0,
    height: 0,
    layoutOptions: { "elk.port.side": side },
  }));
}

function placeOf({ x = 0, y = 0, width = 0, height = 0 }: ElkNode): Place {
  return { x, y, width, height };
}

function pointsOf(edge: ElkExtendedEdge | undefined): readonly ElkPoint[] {
  return (edge?.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }) => [
    startPoint,
    ...bendPoints,
    endPoint,
  ]);
}
