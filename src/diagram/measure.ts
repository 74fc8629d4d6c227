import type { DiagramNode } from "../base/diagram";

/** A width and a height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sizes of type in pixels. */
export const FONT = { name: 13, text: 11.5 } as const;

/** Pixels from line to line in a box. */
export const LINE_HEIGHT = 17;

/** Pixels that a box has above and below its lines; a database has a lid besides. */
export const BOX_PADDING = 10;
export const LID_HEIGHT = 12;

/*
 * The font is the reader's, so that widths are estimates on the wide side: a digit of DejaVu Sans, the widest of
 * the fonts that systems come with, is 0.64 of the size of the type wide, a bold one 0.7. What is not ASCII may
 * be as wide as it is high.
 */
const WIDTHS = { regular: 0.64, bold: 0.7, other: 1 } as const;

/** The width that a text takes at most. */
export function textWidth(text: string, size: number, weight: "regular" | "bold"): number {
  const letters = Array.from(text);
  const ascii = letters.filter((letter) => letter <= "~").length;
  return Math.ceil(size * (ascii * WIDTHS[weight] + (letters.length - ascii) * WIDTHS.other));
}

/** The size of a box with its lines; the first is its name. */
export function boxSize({ lines, shape }: DiagramNode): Size {
  const widths = lines.map((line, index) =>
    index === 0 ? textWidth(line, FONT.name, "bold") : textWidth(line, FONT.text, "regular"),
  );
  const lid = shape === "database" ? LID_HEIGHT : 0;
  return {
    width: Math.max(0, ...widths) + 2 * (BOX_PADDING + 4),
    height: lines.length * LINE_HEIGHT + 2 * BOX_PADDING + lid,
  };
}
