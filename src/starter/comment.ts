import { wrap } from "../base/text";

/** Lines of YAML, without line breaks. */
export type StarterLines = readonly string[];

const WIDTH = 80;

/** A text as comment lines, indented by that many spaces. */
export function comment(text: string, indent = 0): StarterLines {
  return wrap(text, "", WIDTH - indent - 2).map((line) => `${" ".repeat(indent)}# ${line}`);
}
