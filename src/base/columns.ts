/** How the texts of a column stand in it. */
export type Alignment = "left" | "right";

const GAP = "  ";

/**
 * Rows as lines, each column as wide as its widest text; `least` gives columns a width that they have at least, so
 * that several tables stand alike.
 */
export function columns(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
  least: readonly number[] = [],
): string[] {
  const widths = alignments.map((_, column) =>
    Math.max(least[column] ?? 0, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((text, column) => {
        const width = widths[column] ?? 0;
        return alignments[column] === "right" ? text.padStart(width) : text.padEnd(width);
      })
      .join(GAP)
      .trimEnd(),
  );
}
