import type { Diagram, DiagramEdge, DiagramNode } from "../base/diagram";
import { mustGet } from "../base/invariant";

/**
 * A diagram in the language of Graphviz, https://graphviz.org/doc/info/lang.html; boxes are numbered, so that no
 * text of a spec is ever an identifier.
 */
export function printDot({ title, groups, edges }: Diagram): string {
  const nodes = groups.flatMap((group) => group.nodes);
  const numbers = new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  const lines = [
    "digraph {",
    `  graph [label=${quote([title])}, labelloc=t, rankdir=LR, compound=true, fontname="Helvetica"]`,
    '  node [fontname="Helvetica", fontsize=11]',
    '  edge [fontname="Helvetica", fontsize=10]',
  ];
  groups.forEach((group, index) => {
    lines.push(
      `  subgraph cluster_${index + 1} {`,
      `    graph [label=${quote([group.title])}, style=rounded]`,
    );
    for (const node of group.nodes) lines.push(`    ${mustGet(numbers, node.id)} ${nodeAttributes(node)}`);
    lines.push("  }");
  });
  for (const edge of edges) {
    lines.push(`  ${mustGet(numbers, edge.from)} -> ${mustGet(numbers, edge.to)} ${edgeAttributes(edge)}`);
  }
  return `${[...lines, "}"].join("\n")}\n`;
}

const SHAPES = { key: "hexagon", database: "cylinder", note: "box" } as const;

function nodeAttributes({ lines, shape, border }: DiagramNode): string {
  const style = border === "dashed" ? ", style=dashed" : "";
  return `[label=${quote(lines)}, shape=${SHAPES[shape]}${style}]`;
}

const STYLES = { solid: "solid", dotted: "dotted", thick: "bold" } as const;

function edgeAttributes({ label, line }: DiagramEdge): string {
  return `[label=${quote([label])}, style=${STYLES[line]}]`;
}

/**
 * Lines as one label. In it a backslash begins an escape and an ampersand an entity of HTML; a control character
 * would end or garble the line. https://graphviz.org/docs/attr-types/escString/
 */
function quote(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line
      // eslint-disable-next-line no-control-regex -- control characters are what this replaces
      .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]|\p{Surrogate}/gu, " ")
      .replaceAll("&", "&amp;")
      .replaceAll("\\", "\\\\")
      .replaceAll('"', '\\"'),
  );
  return `"${escaped.join("\\n")}"`;
}
