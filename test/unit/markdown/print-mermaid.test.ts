import fc from "fast-check";
import type { Diagram } from "../../../src/base/diagram";
import { printMermaid } from "../../../src/markdown/print-mermaid";

const diagram = (text: string): Diagram => ({
  groups: [
    {
      title: text,
      nodes: [
        { id: text, lines: [text, "single-Region key"], shape: "key" },
        { id: "other", lines: ["ledger"], shape: "database" },
      ],
    },
  ],
  edges: [{ from: text, to: "other", label: text, line: "dotted" }],
});

test("boxes are numbered, stand in their groups, and are joined by lines", () => {
  expect(printMermaid(diagram("storage"))).toBe(
    [
      "flowchart LR",
      '  subgraph g1["storage"]',
      '    n1{{"storage<br/>single-Region key"}}',
      '    n2[("ledger")]',
      "  end",
      '  n1 -.->|"storage"| n2',
    ].join("\n"),
  );
});

test("whatever a text holds, it changes nothing but the labels, and comes back from them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const lines = printMermaid(diagram(`x${text}`)).split("\n");
      expect(lines).toHaveLength(6);
      const label = /^ {2}subgraph g1\["([A-Za-z0-9 .,:/_#;-]*)"\]$/.exec(lines[1] ?? "")?.[1] ?? "";
      const read = label.replace(/#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
      expect(read).toBe(`x${text}`);
    }),
  );
});
