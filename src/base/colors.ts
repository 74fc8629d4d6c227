import { styleText } from "node:util";

const COLORS = ["bold", "dim", "red", "green", "yellow", "cyan"] as const;

/** Paints text for a terminal, or leaves it as it is. */
export type Paint = (text: string) => string;

/** The paints that there are. */
export type Colors = Readonly<Record<(typeof COLORS)[number], Paint>>;

/** The paints of a terminal that shows colours, or those of one that does not. */
export function createColors(enabled: boolean): Colors {
  const paintOf = (color: (typeof COLORS)[number]): Paint =>
    // Who asks for colours knows where they go: https://nodejs.org/docs/latest-v22.x/api/util.html#utilstyletextformat-text-options
    enabled ? (text) => styleText(color, text, { validateStream: false }) : (text) => text;
  return Object.fromEntries(COLORS.map((color) => [color, paintOf(color)])) as Colors;
}
