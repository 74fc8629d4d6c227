import fc from "fast-check";
import { SaxesParser } from "saxes";
import type { Diagram } from "../../../src/base/diagram";
import { layOut, type Place, type PlacedDiagram } from "../../../src/diagram/lay-out";
import { drawDiagram, printSvg } from "../../../src/diagram/print-svg";
import { deploymentDiagram } from "../../../src/model/graph";
import { diagramOf } from "../../support/diagrams";
import { compileAccepted, exampleSpecs } from "../../support/specs";

/** The elements of a document that must be well-formed XML, and the texts in them. */
function read(svg: string): { readonly elements: string[]; readonly texts: string[] } {
  const elements: string[] = [];
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name }) => elements.push(name));
  parser.on("text", (text) => texts.push(text));
  parser.write(svg).close();
  return { elements, texts };
}

/** Few, for each takes its time: lines within and between Regions, copies of backups, a cluster of others. */
const EXAMPLES = ["aurora-serverless-adopted.yaml", "rds-postgres-read-replicas.yaml"];
const DIAGRAMS = exampleSpecs()
  .filter(({ name }) => EXAMPLES.includes(name))
  .map((spec): [string, Diagram] => [spec.name, deploymentDiagram(compileAccepted(spec).plan)]);

test.each(DIAGRAMS)(
  "in the picture of %s boxes lie in their groups, and straight lines lead to them",
  async (_, diagram) => {
    const { groups, nodes, edges, width, height } = await layOut(diagram);
    const picture = { x: 0, y: 0, width, height };
    for (const { group, ...place } of groups) {
      expect(isInside(place, picture)).toBe(true);
      const own = nodes.filter(({ node }) => group.nodes.includes(node));
      expect(own.filter((box) => !isInside(box, place))).toEqual([]);
    }
    expect(overlaps(groups)).toBe(0);
    expect(overlaps(nodes)).toBe(0);
    for (const { edge, points } of edges) {
      const end = points.at(-1) ?? { x: 0, y: 0 };
      const target = nodes.find(({ node }) => node.id === edge.to);
      expect(Math.abs((target?.x ?? 0) - end.x)).toBeLessThan(0.01);
      for (const [index, { x, y }] of points.slice(1).entries()) {
        const before = points[index] ?? { x: 0, y: 0 };
        expect(Math.min(Math.abs(before.x - x), Math.abs(before.y - y))).toBeLessThan(0.01);
      }
    }
  },
);

function isInside(inner: Place, outer: Place): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function overlaps(places: readonly Place[]): number {
  return places.flatMap((a, index) =>
    places
      .slice(index + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      ),
  ).length;
}

test("a picture of ten Regions has them in the order of the plan, from top to bottom beside the primary one", async () => {
  const regions = Array.from({ length: 10 }, (_, index) => `region-${index}`);
  const diagram: Diagram = {
    title: "ten",
    groups: regions.map((title) => ({
      title,
      nodes: [{ id: title, lines: [title], shape: "database", border: "solid" }],
    })),
    edges: regions.slice(1).map((to) => ({ from: "region-0", to, label: "replicates", line: "thick" })),
  };
  const [primary, ...others] = (await layOut(diagram)).groups;
  expect(others.every(({ x }) => x > (primary?.x ?? 0) + (primary?.width ?? 0))).toBe(true);
  expect([...others].sort((a, b) => a.y - b.y).map(({ group }) => group.title)).toEqual(regions.slice(1));
});

test("a picture is the same each time, fetches nothing, and is told to those who do not see it", async () => {
  const [, diagram] = DIAGRAMS[0] ?? ["", diagramOf("")];
  const svg = await printSvg(diagram);
  expect(await printSvg(diagram)).toBe(svg);
  expect(svg.match(/https?:[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);
  expect(svg).not.toMatch(/url\(|@import|href/);
  const { texts } = read(svg);
  for (const { title, nodes } of diagram.groups) {
    const told = texts.find((text) => text.includes(`${title}: `)) ?? "";
    for (const { lines } of nodes) expect(told).toContain(lines.join(", "));
  }
});

/** As {@link layOut} would place the two boxes of the diagram, which is not what is asked here. */
function placed(diagram: Diagram): PlacedDiagram {
  const place = { x: 10, y: 10, width: 100, height: 60 };
  const nodes = diagram.groups.flatMap((group) => group.nodes.map((node) => ({ node, ...place })));
  const points = [
    { x: 110, y: 40 },
    { x: 150, y: 40 },
  ];
  return {
    width: 300,
    height: 200,
    groups: diagram.groups.map((group) => ({ group, ...place })),
    nodes,
    edges: diagram.edges.map((edge) => ({ edge, points })),
  };
}

test("whatever a text holds, the picture is well-formed and shows it as it is", () => {
  const draw = (text: string) => read(drawDiagram(diagramOf(text), placed(diagramOf(text))));
  const shape = draw("x").elements;
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { elements, texts } = draw(`x${text}`);
      expect(elements).toEqual(shape);
      if (!/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u.test(text))
        expect(texts.filter((one) => one === `x${text}`)).toHaveLength(4);
    }),
    { examples: [["</text><script>"], ["&amp;\"'"], ["\u0000\ud800"], ["]]>"]] },
  );
});
