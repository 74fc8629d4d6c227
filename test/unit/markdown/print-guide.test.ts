import type { Diagram } from "../../../src/base/diagram";
import { guideView } from "../../../src/markdown/print-guide";

/** A picture of boxes in a row, each but the last with a line to the next. */
function row(boxes: number, label = "box"): Diagram {
  const ids = Array.from({ length: boxes }, (_, index) => String(index));
  return {
    title: "picture",
    groups: [
      {
        title: "group",
        nodes: ids.map((id) => ({ id, lines: [label], shape: "note", border: "solid" })),
      },
    ],
    edges: ids.slice(1).map((id, index) => ({ from: String(index), to: id, label: "to", line: "solid" })),
  };
}

function printed(diagram: Diagram): string {
  const guide = { title: "guide", sections: [{ parts: [{ kind: "diagram", diagram } as const] }] };
  return JSON.stringify(guideView(guide, "spec.yaml"));
}

test("a picture is drawn where Mermaid draws it", () => {
  expect(printed(row(501))).toContain("```mermaid");
});

test.each([
  ["lines", row(502)],
  ["characters", row(100, "a long name of a box ".repeat(25))],
])("a picture of too many %s is left out, and the guide says what draws it", (_, diagram) => {
  expect(printed(diagram)).not.toContain("```mermaid");
  expect(printed(diagram)).toContain("`keyspan graph --format svg` draws it");
});
