import fc from "fast-check";
import { printMermaid } from "../../../src/markdown/print-mermaid";
import { diagramOf } from "../../support/diagrams";

test("boxes are numbered, stand in their groups, and are joined by lines", () => {
  expect(printMermaid(diagramOf("storage"))).toBe(
    [
      "flowchart LR",
      '  subgraph g1["storage"]',
      '    n1{{"storage<br/>single-Region key"}}:::given',
      '    n2[("ledger")]',
      "  end",
      '  n1 -.->|"storage"| n2',
      "  classDef given stroke-dasharray: 5 3",
    ].join("\n"),
  );
});

test("whatever a text holds, it changes nothing but the labels, and comes back from them", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const lines = printMermaid(diagramOf(`x${text}`)).split("\n");
      expect(lines).toHaveLength(7);
      const label = /^ {2}subgraph g1\["([A-Za-z0-9 .,:/_#;-]*)"\]$/.exec(lines[1] ?? "")?.[1] ?? "";
      const read = label.replace(/#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)));
      expect(read).toBe(`x${text}`);
    }),
  );
});
