import type { Diagram, DiagramEdge } from "../base/diagram";
import { groupBy } from "../base/group-by";
import type { PlacedDiagram } from "./lay-out";
import { FONT, textWidth, type Size } from "./measure";

/** What a stroke means; x is where its sample begins, y the middle of its row. */
export interface LegendEntry {
  readonly kind: DiagramEdge["line"] | "dashed";
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** The explanation below a picture; its size is what it takes of it. */
export interface PlacedLegend extends Size {
  readonly entries: readonly LegendEntry[];
}

const MARGIN = 16;
const ROW_HEIGHT = 22;
const SAMPLE_WIDTH = 36;
const GAP = 24;

/** Says once what each kind of line means, in rows no wider than the picture or than a narrow page. */
export function placeLegend({ edges, groups }: Diagram, picture: PlacedDiagram): PlacedLegend {
  const kinds: Pick<LegendEntry, "kind" | "text">[] = [...groupBy(edges, ({ line }) => line)].map(
    ([kind, lines]) => ({ kind, text: [...new Set(lines.map(({ label }) => label))].join(", ") }),
  );
  if (groups.some(({ nodes }) => nodes.some(({ border }) => border === "dashed")))
    kinds.push({ kind: "dashed", text: "not created by this deployment" });
  const available = Math.max(picture.width, 480) - MARGIN;
  const entries: LegendEntry[] = [];
  let [x, row, width] = [MARGIN, 0, 0];
  for (const { kind, text } of kinds) {
    const needed = SAMPLE_WIDTH + textWidth(text, FONT.text, "regular");
    if (x > MARGIN && x + needed > available) [x, row] = [MARGIN, row + 1];
    entries.push({ kind, text, x, y: picture.height + ROW_HEIGHT / 2 + row * ROW_HEIGHT });
    width = Math.max(width, x + needed + MARGIN);
    x += needed + GAP;
  }
  return { entries, width, height: entries.length === 0 ? 0 : (row + 1) * ROW_HEIGHT + MARGIN / 2 };
}
