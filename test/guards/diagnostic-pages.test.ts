import {
  CODES,
  fillPage,
  INDEX,
  openingOf,
  pageOf,
  PAGES,
  printIndex,
  scenarioOf,
} from "../../scripts/diagnostic-pages";
import { compile } from "../../src/compile";
import type { DiagnosticCode, ParametersOf } from "../../src/diagnostics/catalog/index";
import { createDiagnostic } from "../../src/diagnostics/create-diagnostic";
import { createSourceFile } from "../../src/diagnostics/source-file";
import { specLimits } from "../../src/spec/limits";
import { listFiles, readText } from "../support/repository";

/** A code that no spec alone can show: the test that shows it, and what its page must print. */
interface ShownElsewhere {
  readonly code: DiagnosticCode;
  readonly test: string;
  readonly printed: string;
}

const COST = "test/cli/cost.test.ts";
const DIFF = "test/cli/diff.test.ts";
const FILES = "test/cli/refused-files.test.ts";
const PACKAGE = "test/guards/package.test.ts";
const KILLED = "test/cli/killed-writes.test.ts";
const LINKS = "test/cli/symbolic-links.test.ts";
const TWO_RUNS = "test/cli/two-runs.test.ts";
const WORLD = "test/cli/errors-of-the-world.test.ts";
const TEMPLATES = "test/cli/templates.test.ts";
const PARSER = "test/unit/spec/parse-yaml.test.ts";

const PARTITIONS = [
  ...["aws", "aws-cn", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-us-gov"],
];

const SHOWN_ELSEWHERE: readonly ShownElsewhere[] = [
  shownElsewhere("spec/unreadable", { reason: "there is no such file" }, FILES),
  shownElsewhere("spec/not-utf8", {}, FILES),
  shownElsewhere("spec/too-large", { limit: specLimits.documentLength }, PARSER),
  shownElsewhere("spec/too-many-nodes", { limit: specLimits.nodes }, PARSER),
  shownElsewhere("output/duplicate-deployment", { name: "orders", other: "blue.yaml" }, FILES),
  shownElsewhere("output/edited", {}, FILES),
  shownElsewhere("output/foreign", {}, FILES),
  shownElsewhere("output/blocked", {}, FILES),
  shownElsewhere("output/damaged-manifest", {}, FILES),
  shownElsewhere("output/not-a-folder", {}, LINKS),
  shownElsewhere("output/unreadable", { reason: "permission is denied" }, WORLD),
  shownElsewhere("output/unwritable", { reason: "no space is left on the disk" }, KILLED),
  shownElsewhere("output/claimed", { processId: "4711", hostName: "build-1" }, TWO_RUNS),
  shownElsewhere("templates/unreadable", {}, TEMPLATES),
  shownElsewhere("templates/syntax", { problem: "if doesn't match each" }, TEMPLATES),
  shownElsewhere(
    "templates/unknown-name",
    { what: "name", name: "sorce", known: ["source", "path", "blocks", "module"], suggestion: "source" },
    TEMPLATES,
  ),
  shownElsewhere(
    "templates/unsupported",
    { problem: "a list cannot be printed: print its parts" },
    TEMPLATES,
  ),
  shownElsewhere("templates/json-configuration", { path: "orders/house.tf.json" }, TEMPLATES),
  shownElsewhere("templates/name-taken", { path: "orders/.keyspan.json", isFolder: false }, TEMPLATES),
  shownElsewhere(
    "templates/invalid-output",
    { path: "orders/keys.tf", problem: "orders/keys.tf:4,14-14: Unclosed configuration block" },
    TEMPLATES,
  ),
  shownElsewhere(
    "templates/blocks-differ",
    {
      path: "orders/variables.tf",
      block: "variable.ledger_master_password",
      problem: "is missing",
      others: 1,
    },
    TEMPLATES,
  ),
  shownElsewhere("output/missing-package", { package: "cdktf", install: "" }, PACKAGE),
  shownElsewhere("output/not-hcl", { line: "12", message: "Unclosed configuration block" }, DIFF),
  shownElsewhere(
    "output/unknown-reference",
    { reference: "orgin/main", message: "there is no such commit" },
    DIFF,
  ),
  shownElsewhere(
    "prices/unknown-name",
    { what: "partition", name: "aws-gov", known: PARTITIONS, suggestion: "aws-us-gov" },
    COST,
  ),
];

function shownElsewhere<C extends DiagnosticCode>(
  code: C,
  parameters: ParametersOf<C>,
  test: string,
): ShownElsewhere {
  const { message } = createDiagnostic(code, parameters, createSourceFile("", ""), { start: 0, end: 0 });
  return { code, test, printed: `error ${code}: ${message}\n` };
}

const withScenario = CODES.filter((code) => !SHOWN_ELSEWHERE.some((other) => other.code === code));

test("every code has a page, and every page a code", () => {
  const pages = listFiles(PAGES).filter((file) => file !== INDEX);
  expect(pages).toEqual(CODES.map(pageOf));
});

test.each(withScenario)("a scenario of its name produces %s", (code) => {
  const { diagnostics } = compile({
    name: "spec.yaml",
    text: readText(`test/scenarios/refused/${code}.yaml`),
  });
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
});

test.each(withScenario)("the page of %s shows one of its scenarios", (code) => {
  const scenario = scenarioOf(readText(pageOf(code))) ?? "";
  expect(scenario.replace(/(\.[a-z0-9-]+)?\.yaml$/, "")).toBe(`test/scenarios/refused/${code}`);
});

test.each(SHOWN_ELSEWHERE)("$test shows $code, and its page what is printed", ({ code, test, printed }) => {
  expect(readText(test)).toContain(code);
  expect(readText(pageOf(code))).toContain(printed);
});

test.each(CODES)("the page of %s has its title, its severity and its sections", (code) => {
  const page = readText(pageOf(code));
  expect(page.slice(0, openingOf(code).length)).toBe(openingOf(code));
  const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title]) => title);
  expect(sections.slice(0, 2)).toEqual(["Example", "What to do"]);
});

test.each(CODES)("the marked parts of the page of %s are up to date (npm run docs)", (code) => {
  const page = readText(pageOf(code));
  expect(page).toBe(fillPage(code, page, readText));
});

test("the index of the pages is up to date (npm run docs)", () => {
  const pages = new Map(CODES.map((code) => [code, readText(pageOf(code))]));
  expect(readText(INDEX)).toBe(printIndex(pages));
});
