import type { Diagram, DiagramEdge, DiagramNode } from "../base/diagram";
import { layOut, type Place, type PlacedDiagram } from "./lay-out";
import { BOX_PADDING, LID_HEIGHT, LINE_HEIGHT } from "./measure";
import { describeDiagram } from "./describe";
import { placeLegend, type PlacedLegend } from "./legend";
import { svgStyle } from "./svg-style";
import { element, escapeXml, rounded } from "./xml";

/**
 * A diagram as a picture of its own: light or dark as the reader's system is, with a title and a description for
 * those who hear it, without anything that must be fetched. The same diagram gives the same bytes.
 */
export async function printSvg(diagram: Diagram): Promise<string> {
  return drawDiagram(diagram, await layOut(diagram));
}

/** Draws what has its places. */
export function drawDiagram(diagram: Diagram, placed: PlacedDiagram): string {
  const legend = placeLegend(diagram, placed);
  const [width, height] = [
    rounded(Math.max(placed.width, legend.width)),
    rounded(placed.height + legend.height),
  ];
  const content = [
    element("title", { id: "keyspan-diagram-title" }, escapeXml(diagram.title)),
    element("desc", { id: "keyspan-diagram-text" }, escapeXml(describeDiagram(diagram))),
    element("style", {}, `\n${svgStyle()}\n`),
    element("rect", { class: "ground", width: "100%", height: "100%" }),
    ...printGroups(placed),
    // Thick lines lie below thin ones where they cross.
    ...LINES_BY_DEPTH.flatMap((line) => placed.edges.filter(({ edge }) => edge.line === line).map(printEdge)),
    ...placed.nodes.map((box) => printBox(box.node, box)),
    ...printLegend(legend),
  ];
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    class: "keyspan-diagram",
    role: "img",
    "aria-labelledby": "keyspan-diagram-title keyspan-diagram-text",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
  };
  return `${element("svg", attributes, `\n${content.join("\n")}\n`)}\n`;
}

const LINES_BY_DEPTH = ["thick", "solid", "dotted"] as const;

function printGroups({ groups }: PlacedDiagram): string[] {
  return groups.flatMap(({ group, ...place }) => [
    element("rect", { class: "region", ...rectangle(place), rx: 8 }),
    label("name", group.title, place.x + 14, place.y + 23, "start"),
  ]);
}

/** Pixels of an arrow's tip; the line ends where it begins. */
const TIP = { length: 8, half: 4.5 } as const;

function printEdge({ edge, points }: PlacedDiagram["edges"][number]): string {
  const end = points.at(-1) ?? { x: 0, y: 0 };
  // Every line comes in from the left.
  const shortened = [...points.slice(0, -1), { x: end.x - TIP.length, y: end.y }];
  const title = element("title", {}, escapeXml(`${edge.from} → ${edge.to}: ${edge.label}`));
  return element("g", {}, `${title}${line(edge.line, shortened)}${tip(edge.line, end.x, end.y)}`);
}

function line(
  kind: DiagramEdge["line"],
  points: readonly { readonly x: number; readonly y: number }[],
): string {
  const [first, ...others] = points.map(({ x, y }) => `${rounded(x)} ${rounded(y)}`);
  return element("path", { class: `line ${kind}`, d: [`M${first ?? ""}`, ...others].join("L") });
}

function tip(kind: DiagramEdge["line"], x: number, y: number): string {
  const [left, upper, lower] = [rounded(x - TIP.length), rounded(y - TIP.half), rounded(y + TIP.half)];
  return element("path", {
    class: `tip ${kind}`,
    d: `M${rounded(x)} ${rounded(y)}L${left} ${upper}V${lower}Z`,
  });
}

function printBox({ lines, shape, border }: DiagramNode, place: Place): string {
  const kind = `${shape}${border === "dashed" ? " dashed" : ""}`;
  const lid = shape === "database" ? LID_HEIGHT : 0;
  const texts = lines.map((text, index) =>
    label(
      index === 0 ? "name" : "text",
      text,
      place.x + place.width / 2,
      place.y + BOX_PADDING + lid + 13 + index * LINE_HEIGHT,
      "middle",
    ),
  );
  return element("g", {}, [outline(kind, shape, place), ...texts].join(""));
}

function outline(kind: string, shape: DiagramNode["shape"], place: Place): string {
  if (shape !== "database")
    return element("rect", { class: kind, ...rectangle(place), rx: shape === "key" ? place.height / 2 : 3 });
  const { x, y, width, height } = place;
  const arc = (sweep: 0 | 1, dx: number) =>
    `a${rounded(width / 2)} ${LID_HEIGHT / 2} 0 0 ${sweep} ${rounded(dx)} 0`;
  const [top, bottom] = [y + LID_HEIGHT / 2, y + height - LID_HEIGHT / 2];
  const body = `M${rounded(x)} ${rounded(top)}${arc(1, width)}V${rounded(bottom)}${arc(1, -width)}Z`;
  const lid = `M${rounded(x)} ${rounded(top)}${arc(0, width)}`;
  return (
    element("path", { class: kind, d: body }) + element("path", { class: kind, "fill-opacity": 0, d: lid })
  );
}

function printLegend({ entries }: PlacedLegend): string[] {
  return entries.map(({ kind, text, x, y }) => {
    const sample =
      kind === "dashed"
        ? element("rect", {
            class: "note dashed",
            ...rectangle({ x, y: y - 7, width: 28, height: 14 }),
            rx: 3,
          })
        : line(kind, [
            { x, y },
            { x: x + 28 - TIP.length, y },
          ]) + tip(kind, x + 28, y);
    return element("g", {}, sample + label("text", text, x + 36, y + 4, "start"));
  });
}

function rectangle({ x, y, width, height }: Place): Readonly<Record<string, number>> {
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

function label(
  kind: "name" | "text",
  text: string,
  x: number,
  y: number,
  anchor: "start" | "middle",
): string {
  const attributes = { class: kind, x: rounded(x), y: rounded(y), "text-anchor": anchor };
  return element("text", attributes, escapeXml(text));
}
