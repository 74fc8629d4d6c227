import * as path from "node:path";
import { anchorsOf, documents, linksOf } from "../support/documents/markdown";
import { listFiles, readText } from "../support/repository";

/* Every link of a document leads somewhere: to a file or folder of the repository, and to a heading that is there. */

const files = new Set(
  [...listFiles("."), ...[".ci/run"]].filter((file) => !file.startsWith("node_modules/")),
);

function standsThere(target: string): boolean {
  return files.has(target) || target === "." || [...files].some((file) => file.startsWith(`${target}/`));
}

/** What is wrong with a link of a document; nothing if it is one of the web, which no test asks. */
function problemOf(document: string, link: string): string | undefined {
  if (/^(https?|mailto):/.test(link)) return undefined;
  const [file = "", anchor] = decodeURI(link).split("#");
  const target =
    file === ""
      ? document
      : path.posix.normalize(path.posix.join(path.posix.dirname(document), file)).replace(/\/$/, "");
  if (!standsThere(target)) return `${link}: there is no ${target}`;
  if (anchor === undefined || !target.endsWith(".md")) return undefined;
  return anchorsOf(readText(target)).has(anchor) ? undefined : `${link}: ${target} has no such heading`;
}

test.each(documents())("the links of %s lead somewhere", (document) => {
  const problems = linksOf(readText(document)).flatMap((link) => problemOf(document, link) ?? []);
  expect(problems).toEqual([]);
});

test.each([
  ["docs/cli.md", "language.md", undefined],
  ["docs/cli.md", "../README.md#quick-start", undefined],
  ["README.md", "docs/nowhere.md", "docs/nowhere.md: there is no docs/nowhere.md"],
  ["README.md", "#nowhere", "#nowhere: README.md has no such heading"],
])("of a link in %s to %s one learns %j", (document, link, problem) => {
  expect(problemOf(document, link)).toBe(problem);
});
