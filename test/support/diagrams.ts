import type { Diagram } from "../../src/base/diagram";

/** A diagram of two boxes that says one text wherever it says anything. */
export function diagramOf(text: string): Diagram {
  return {
    title: text,
    groups: [
      {
        title: text,
        nodes: [
          { id: text, lines: [text, "single-Region key"], shape: "key", border: "dashed" },
          { id: "other", lines: ["ledger"], shape: "database", border: "solid" },
        ],
      },
    ],
    edges: [{ from: text, to: "other", label: text, line: "dotted" }],
  };
}
