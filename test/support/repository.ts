import * as fs from "node:fs";
import * as path from "node:path";

/** The root of the repository. */
export const ROOT = path.resolve(__dirname, "../..");

/** A text of the repository, by its path from the root. */
export function readText(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), "utf8");
}

/** The files below a folder of the repository, or only those in it, by their paths from the root, sorted. */
export function listFiles(folder: string, { recursive } = { recursive: true }): string[] {
  const absolute = path.join(ROOT, folder);
  if (!fs.existsSync(absolute)) return [];
  return fs
    .readdirSync(absolute, { recursive, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .sort();
}

/** The sources of keyspan. */
export function sourceFiles(): string[] {
  return listFiles("src").filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
}
