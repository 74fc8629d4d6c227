import { existsSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { CODES, fillPage, INDEX, pageOf, printIndex } from "./diagnostic-pages";

/** Fills in the marked parts of the pages of all diagnostic codes, and writes their index. */
export function run(root: string): void {
  const readText = (file: string) => readFileSync(path.join(root, file), "utf8");
  const codes = CODES.filter((code) => existsSync(path.join(root, pageOf(code))));
  const pages = new Map(codes.map((code) => [code, fillPage(code, readText(pageOf(code)), readText)]));
  for (const [code, page] of pages) writeFileSync(path.join(root, pageOf(code)), page);
  writeFileSync(path.join(root, INDEX), printIndex(pages));
}
