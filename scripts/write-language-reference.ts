import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { publishedLanguages } from "../src/providers/published-languages";
import { printLanguageReference } from "../src/spec/print-language-reference";

/** Writes the field tables of docs/language.md from the schema; the text around them is written by hand. */
export function run(root: string): void {
  const file = path.join(root, "docs/language.md");
  const text = readFileSync(file, "utf8");
  const [before = "", rest = ""] = text.split("<!-- fields -->");
  const after = rest.split("<!-- /fields -->")[1] ?? "\n";
  const fields = printLanguageReference(publishedLanguages());
  writeFileSync(file, `${before}<!-- fields -->\n\n${fields}\n<!-- /fields -->${after}`);
}
