import { readFileSync, writeFileSync } from "node:fs";
import { format } from "prettier";

/** Writes the lines between `<!-- name -->` and `<!-- /name -->` of a page, which a command keeps. */
export async function writeSection(file: string, name: string, lines: readonly string[]): Promise<void> {
  const page = readFileSync(file, "utf8");
  const [before, rest] = page.split(`<!-- ${name} -->`);
  const after = rest?.split(`<!-- /${name} -->`)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no section "${name}"`);
  const filled = [
    before.trimEnd(),
    "",
    `<!-- ${name} -->`,
    "",
    ...lines,
    "",
    `<!-- /${name} -->${after}`,
  ].join("\n");
  writeFileSync(file, await format(filled, { parser: "markdown", printWidth: 110 }));
}
