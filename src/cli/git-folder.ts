import { execFileSync } from "node:child_process";
import * as path from "node:path";

/** The files of a folder as a commit has them, or what git says against it. */
export type GitFolder =
  | { readonly kind: "files"; readonly files: ReadonlyMap<string, string> }
  | { readonly kind: "refused"; readonly message: string };

/**
 * Reads a folder at a commit, tag or branch; paths are relative to the folder. Empty when the commit has none.
 * `standing` is the folder, or the nearest above it that is still there: git is run in it.
 */
export function readGitFolder(reference: string, folder: string, standing: string): GitFolder {
  const inside = path.relative(standing, path.resolve(folder)).replaceAll(path.sep, "/");
  const prefix = inside === "" ? "." : inside;
  const git = (...args: readonly string[]) =>
    execFileSync("git", ["-C", standing, ...args], { encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });
  try {
    const commit = git(
      "rev-parse",
      "--verify",
      "--quiet",
      "--end-of-options",
      `${reference}^{commit}`,
    ).trim();
    const listed = git("ls-tree", "-r", "-z", commit, "--", `${prefix}/`);
    const entries = listed.split("\0").flatMap((line) => {
      const match = /^100\d{3} blob ([0-9a-f]+)\t([\s\S]*)$/.exec(line);
      return match?.[1] === undefined || match[2] === undefined ? [] : [{ id: match[1], file: match[2] }];
    });
    const strip = prefix === "." ? "" : `${prefix}/`;
    return {
      kind: "files",
      files: new Map(entries.map(({ id, file }) => [file.slice(strip.length), git("cat-file", "blob", id)])),
    };
  } catch (error) {
    return { kind: "refused", message: reasonOf(error) };
  }
}

/** Why git did not answer: it is not there, or in its own words; it says nothing of a commit that it does not know. */
function reasonOf(error: unknown): string {
  const { code, stderr } = error as { readonly code?: string; readonly stderr?: string };
  if (code === "ENOENT") return "git is not installed";
  const said = stderr?.trim().replace(/^fatal: /, "") ?? "";
  return said === "" ? "there is no such commit" : said;
}
