import type { Alignment } from "../../base/columns";
import { wrap } from "../../base/text";

/** Columns of the terminal that everything that `cost` prints fits into. */
const WIDTH = 80;

/** A name, a number of keys, three amounts, a remark. */
export const COST_COLUMNS: readonly Alignment[] = ["left", "right", "right", "right", "right", "left"];

/** The widths of columns at least, so that all tables stand alike. */
export const LEAST_WIDTHS = [21, 4, 8, 10, 11];

/** The heads of the columns after the name. */
export const COST_HEADS = ["keys", "now", "1 rotation", "2 rotations", ""];

/** A number with its thousands set apart, the same in every locale. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=([0-9]{3})+$)/g, ",");
}

/** A paragraph on lines of the terminal's width. */
export function paragraph(text: string): string[] {
  return wrap(text, "", WIDTH);
}
