import { instance, type Viz } from "@viz-js/viz";
import fc from "fast-check";
import { printDot } from "../../../src/diagram/print-dot";
import { diagramOf } from "../../support/diagrams";

let graphviz: Viz;

beforeAll(async () => {
  graphviz = await instance();
});

/** The texts that Graphviz itself draws. */
function drawn(dot: string): string[] {
  const svg = graphviz.renderString(dot, { format: "svg" });
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) =>
    (text ?? "").replace(/&(#?\w+);/g, (entity, name: string) => decode(name) ?? entity),
  );
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(name: string): string | undefined {
  if (name.startsWith("#x")) return String.fromCodePoint(parseInt(name.slice(2), 16));
  return name.startsWith("#") ? String.fromCodePoint(Number(name.slice(1))) : NAMED[name];
}

test("boxes are numbered, stand in their groups, and are joined by lines", () => {
  expect(printDot(diagramOf("storage"))).toBe(
    [
      "digraph {",
      '  graph [label="storage", labelloc=t, rankdir=LR, compound=true, fontname="Helvetica"]',
      '  node [fontname="Helvetica", fontsize=11]',
      '  edge [fontname="Helvetica", fontsize=10]',
      "  subgraph cluster_1 {",
      '    graph [label="storage", style=rounded]',
      '    n1 [label="storage\\nsingle-Region key", shape=hexagon, style=dashed]',
      '    n2 [label="ledger", shape=cylinder]',
      "  }",
      '  n1 -> n2 [label="storage", style=dotted]',
      "}",
      "",
    ].join("\n"),
  );
});

test("whatever a text holds, Graphviz draws it as it is, and nothing else", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
      const lines = drawn(printDot(diagramOf(`x${text}x`)));
      expect(lines.map((line) => line.replaceAll("\u00a0", " ")).sort()).toEqual(
        [`x${text}x`, `x${text}x`, `x${text}x`, `x${text}x`, "single-Region key", "ledger"].sort(),
      );
    }),
    { numRuns: 40, examples: [['\\"]; a -> b ["'], ["\\N\\l"], ["&lt;&#65;"], ["<b>"]] },
  );
});
