import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { drawSpec, PICTURED_EXAMPLES } from "./pictures";

/** Draws the pictures of docs/pictures. */
export async function run(root: string): Promise<void> {
  const folder = path.join(root, "docs/pictures");
  mkdirSync(folder, { recursive: true });
  for (const name of PICTURED_EXAMPLES) {
    const text = readFileSync(path.join(root, `examples/${name}.yaml`), "utf8");
    writeFileSync(path.join(folder, `${name}.svg`), await drawSpec(name, text));
  }
}
