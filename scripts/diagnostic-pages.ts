import * as path from "node:path";
import { sortedBy, sortedUnique } from "../src/base/ordering";
import { compile } from "../src/compile";
import { catalog, isDiagnosticCode, type DiagnosticCode } from "../src/diagnostics/catalog/index";
import { printText } from "../src/diagnostics/print-text";
import { awsFacts } from "../src/providers/aws/facts/index";
import { googleFacts } from "../src/providers/google/facts/index";

/*
 * The pages of the diagnostic codes: written by hand but for the parts between marks, which are filled in
 * from the scenarios and from the catalog. The script writes them, a guard compares them.
 */

/** The folder of the pages. */
export const PAGES = "docs/diagnostics";

/** The page that lists all others. */
export const INDEX = `${PAGES}/README.md`;

/** Every code, sorted. */
export const CODES: readonly DiagnosticCode[] = sortedBy(
  Object.keys(catalog).filter(isDiagnosticCode),
  (code) => code,
);

/** Where the page of a code stands. */
export function pageOf(code: DiagnosticCode): string {
  return `${PAGES}/${code}.md`;
}

/** How a page begins: by it the word for the severity is checked. */
export function openingOf(code: DiagnosticCode): string {
  const word = catalog[code].severity === "error" ? "Error" : "Warning";
  return `# ${code}\n\n**${word}.** `;
}

/** The scenario that a page shows; none where the example is written by hand. */
export function scenarioOf(page: string): string | undefined {
  return EXAMPLE.exec(page)?.[2];
}

/** A page with its marked parts as they should be. `readText` reads a file of the repository. */
export function fillPage(code: DiagnosticCode, page: string, readText: (file: string) => string): string {
  const scenario = scenarioOf(page);
  const filled =
    scenario === undefined
      ? page
      : page.replace(EXAMPLE, (_, opening: string, __, closing: string) =>
          [opening, printExample(scenario, readText(scenario)), closing].join("\n"),
        );
  return filled.replace(SOURCES, "").trimEnd() + "\n" + printSources(code);
}

/** The page that lists all codes with the first sentence of each page. */
export function printIndex(pageTexts: ReadonlyMap<DiagnosticCode, string>): string {
  const rows = CODES.map((code) => {
    const sentence = firstSentence(pageTexts.get(code) ?? "").replaceAll("|", "\\|");
    return `| [${code}](${code}.md) | ${catalog[code].severity} | ${sentence} |`;
  });
  return [
    "# Diagnostics",
    "",
    "Every code that keyspan reports. `keyspan explain <code>` prints its page. An error refuses the spec; a",
    "warning does not, unless `--strict`, and can be accepted in the spec with a reason. Codes are permanent.",
    "",
    "| code | severity | what is wrong |",
    "| --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

const EXAMPLE = /(<!-- example: (\S+) -->)\n[\s\S]*?(<!-- \/example -->)/;
const SOURCES = /\n## Sources\n[\s\S]*$/;

function printExample(scenario: string, spec: string): string {
  const { diagnostics } = compile({ name: path.posix.basename(scenario), text: spec });
  const printed = printText(diagnostics, { color: false });
  return `\n${fence("yaml", abridge(spec))}\n${fence("text", printed)}`;
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\`\n`;
}

const LONGEST_RUN = 12;

/** Shows the first lines and the last one of a long run of lines that are indented alike. */
function abridge(text: string): string {
  const runs: string[][] = [];
  for (const line of text.split("\n")) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && indentOf(run[0]) === indentOf(line)) run.push(line);
    else runs.push([line]);
  }
  return runs
    .flatMap((run) => {
      if (run.length <= LONGEST_RUN) return run;
      const left = `${indentOf(run[0] ?? "")}… ${run.length - 4} more lines`;
      return [...run.slice(0, 3), left, ...run.slice(-1)];
    })
    .join("\n");
}

function indentOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? "";
}

function printSources(code: DiagnosticCode): string {
  const sources = catalog[code].sources ?? [];
  if (sources.length === 0) return "";
  const items = [...sources.map((source) => `- <${source}>`), ...printFacts(code)];
  return ["", "## Sources", "", "<!-- sources -->", "", ...items, "", "<!-- /sources -->", ""].join("\n");
}

/** The sections of the pages of facts that name the code. */
function printFacts(code: DiagnosticCode): readonly string[] {
  return FACTS.flatMap(({ title, page, facts }) => {
    const naming = facts.filter(({ answers }) =>
      answers.some((answer) => answer.kind === "reported" && answer.code === code),
    );
    if (naming.length === 0) return [];
    const sections = sortedUnique(naming.map(({ section }) => section));
    return [`- [${title}](../../${page}) ${sections.join(", ")}`];
  });
}

/** The facts of each provider, and the page that they stand on. */
const FACTS = [
  { title: "facts", page: "facts.md", facts: awsFacts },
  { title: "facts of Google Cloud", page: "facts-google.md", facts: googleFacts },
];

function firstSentence(page: string): string {
  const paragraph = /\*\*(?:Error|Warning)\.\*\* ([\s\S]*?)\n\n/.exec(page)?.[1] ?? "";
  const text = paragraph.replace(/\s+/g, " ");
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}
