import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** The files below a folder by their paths relative to it; nothing is followed. */
export function filesBelow(folder: string): ReadonlyMap<string, string> {
  if (!fs.existsSync(folder)) return new Map();
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [path.relative(folder, file), fs.readFileSync(file, "utf8")]));
}

/** Gives a new folder, and removes it whatever happens. */
export async function inScratchFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "keyspan-"));
  try {
    return await use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes files below a folder, and the folders that they need. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  const folders = new Set(Object.keys(files).map((file) => path.dirname(path.join(folder, file))));
  for (const one of folders) fs.mkdirSync(one, { recursive: true });
  for (const [file, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), content);
}
