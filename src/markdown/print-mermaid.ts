import type { Diagram, DiagramNode } from "../base/diagram";
import { mustGet } from "../base/invariant";

/** A diagram as Mermaid's flow chart; boxes are numbered, so that no text of a spec is ever an identifier. */
export function printMermaid({ groups, edges }: Diagram): string {
  const nodes = groups.flatMap((group) => group.nodes);
  const numbers = new Map(nodes.map(({ id }, index) => [id, `n${index + 1}`]));
  const lines = ["flowchart LR"];
  groups.forEach(({ title, nodes: inside }, index) => {
    lines.push(`  subgraph g${index + 1}["${escapeLabel(title)}"]`);
    for (const node of inside)
      lines.push(
        `    ${mustGet(numbers, node.id)}${printShape(node)}${node.border === "dashed" ? ":::given" : ""}`,
      );
    lines.push("  end");
  });
  for (const { from, to, label, line } of edges) {
    lines.push(
      `  ${mustGet(numbers, from)} ${ARROWS[line]}|"${escapeLabel(label)}"| ${mustGet(numbers, to)}`,
    );
  }
  if (nodes.some(({ border }) => border === "dashed")) lines.push("  classDef given stroke-dasharray: 5 3");
  return lines.join("\n");
}

const ARROWS = { solid: "-->", dotted: "-.->", thick: "==>" } as const;

function printShape({ lines, shape }: DiagramNode): string {
  const label = `"${lines.map(escapeLabel).join("<br/>")}"`;
  switch (shape) {
    case "key":
      return `{{${label}}}`;
    case "database":
      return `[(${label})]`;
    case "note":
      return `[${label}]`;
  }
}

/** Everything but what certainly means nothing becomes an entity: https://mermaid.js.org/syntax/flowchart.html */
function escapeLabel(text: string): string {
  return text.replace(/[^A-Za-z0-9 .,:/_-]/gu, (character) => `#${character.codePointAt(0) ?? 32};`);
}
