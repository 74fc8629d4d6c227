import * as fs from "node:fs";
import { documents, fencesOf, type Fence } from "../support/documents/markdown";
import { problemsOfAwsCommand } from "../support/documents/aws-command";
import { problemsOfOutsideCommand } from "../support/documents/outside-command";
import { commandsOf, wordsOf } from "../support/documents/shell";
import { prepareCheckout, SHELL_COMMANDS, startWalk, type Walk } from "../support/documents/walk";
import { listFiles, readText } from "../support/repository";

/*
 * Every command that a document shows works. The document is walked through from top to bottom as its reader would, in
 * a checkout that has the examples, an orders.yaml with its golden, and templates in house/. Blocks whose info names a
 * file (```yaml orders.yaml) are written; commands are run, those of each block from the root of the checkout; output
 * that is shown is the output that there is (a line of `…` stands for any lines).
 */

/** The prefixes by which documents call keyspan, in a checkout and in a project that has installed it. */
const CALLS = /^(?:node dist\/cli\.js|npx keyspan)(?= |$)/;

async function problemsOfStep(walk: Walk, { language, title, text }: Fence): Promise<string[]> {
  if (title !== "") walk.writeFile(title, text);
  if (language !== "sh" && language !== "console") return [];
  walk.goBack();
  const problems: string[] = [];
  for (const { line, output } of commandsOf(language, text)) {
    for (const part of line.split(" && ")) {
      problems.push(...(await problemsOfCommand(walk, part.replace(CALLS, "keyspan"), output)));
    }
  }
  return problems;
}

async function problemsOfCommand(walk: Walk, line: string, output: string | undefined): Promise<string[]> {
  const [command = ""] = wordsOf(line);
  if (command !== "keyspan" && !SHELL_COMMANDS.has(command)) return problemsOfOutsideCommand(line);
  const { exitCode, printed } = await walk.run(line);
  // Two says that something differs, which is what a document may want to show.
  if (exitCode !== 0 && exitCode !== 2) return [`${line}: exit code ${exitCode}: ${printed}`];
  if (output === undefined || shows(output, printed)) return [];
  return [`${line}: prints\n${printed}`];
}

function shows(output: string, printed: string): boolean {
  const pattern = output
    .split("\n")
    .map((line) => (line.trim() === "…" ? "(?:.*\n)*?.*" : line.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")))
    .join("\n");
  return new RegExp(`^${pattern}$`).test(printed.trimEnd());
}

/** Its commands move the states of two deployments that stand: the emulator suite follows it. */
const WALKED_ON_THE_EMULATOR = "docs/moving-between-cdktf-and-terraform.md";

const walked = documents()
  .filter((document) => !document.startsWith("docs/diagnostics/") && document !== WALKED_ON_THE_EMULATOR)
  .map((document) => [document, fencesOf(readText(document))] as const)
  .filter(([, fences]) => fences.some(({ language }) => language === "sh" || language === "console"));

let checkout = "";

beforeAll(async () => {
  checkout = await prepareCheckout();
});
afterAll(() => {
  fs.rmSync(checkout, { recursive: true, force: true });
});

test.each(walked)("a reader who follows %s gets what it says", async (_, fences) => {
  const walk = startWalk(checkout);
  try {
    const problems: string[] = [];
    for (const fence of fences) problems.push(...(await problemsOfStep(walk, fence)));
    expect(problems).toEqual([]);
  } finally {
    walk.remove();
  }
});

test("who follows the README in a clone overwrites no golden of it", () => {
  const started = [...readText("README.md").matchAll(/ init .*--name ([a-z-]+)/g)].map(([, name]) => name);
  const goldens = new Set(listFiles("out").map((file) => file.split("/")[1]));
  expect(started.length).toBeGreaterThan(0);
  expect(started.filter((name) => goldens.has(name))).toEqual([]);
});

const guides = listFiles("out").filter((file) => file.endsWith("README.md"));

test.each(guides)("AWS takes the commands of %s", (file) => {
  const lines = fencesOf(readText(file)).flatMap(({ language, text }) => commandsOf(language, text));
  const problems = lines.flatMap(({ line }) =>
    line.startsWith("aws ") ? problemsOfAwsCommand(wordsOf(line)) : [],
  );
  expect(problems).toEqual([]);
});

test.each([
  ["aws kms enable-key --region us-east-1 --key-id ID", []],
  ["aws kms enable-key --key ID", ["enable-key has no --key", "enable-key lacks KeyId"]],
  ["aws rds destroy-everything", ["rds has no destroy-everything"]],
  ["aws rds wait db-snapshot-available --db-snapshot-identifier a", []],
])("of %j one learns %j", (line, problems) => {
  expect(problemsOfAwsCommand(wordsOf(line))).toEqual(problems);
});
