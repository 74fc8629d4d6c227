import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { commandPages } from "./command-pages";

/** Writes docs/commands anew. */
export function run(root: string): void {
  const folder = path.join(root, "docs/commands");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, page] of commandPages(root)) writeFileSync(path.join(root, file), page);
}
