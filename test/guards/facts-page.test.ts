import * as fs from "node:fs";
import * as path from "node:path";
import { FACTS_PAGES, fillFactsPage, scenarioFile } from "../../scripts/facts-page";
import { groupBy } from "../../src/base/group-by";
import type { EmittedAnswer, FactAnswer } from "../../src/providers/common/facts/fact";
import { readText, ROOT } from "../support/repository";
import { diagnose } from "../support/specs";

const allFacts = FACTS_PAGES.flatMap(({ facts }) => facts);
const answers = allFacts.flatMap((fact) => fact.answers);

function ofKind<K extends FactAnswer["kind"]>(kind: K) {
  return answers.filter((answer): answer is Extract<FactAnswer, { kind: K }> => answer.kind === kind);
}

/** A golden, or one block of it, with runs of spaces taken for one. */
function read({ file, block }: EmittedAnswer): string | undefined {
  const text = readText(file).replace(/ +/g, " ");
  if (block === undefined) return text;
  const [type = "", name = ""] = block.split(".");
  const from = text.indexOf(`resource "${type}" "${name}" {\n`);
  return from === -1 ? undefined : text.slice(from, text.indexOf("\n}\n", from));
}

test("every fact has a source outside and an answer", () => {
  for (const { fact, sources, answers } of allFacts) {
    expect({ fact, isWhole: sources.length > 0 && answers.length > 0 }).toEqual({ fact, isWhole: true });
    for (const source of sources) expect(new URL(source).protocol).toBe("https:");
  }
});

test.each([...groupBy(ofKind("reported"), ({ scenario }) => scenario)])(
  "%s reports its code",
  (scenario, reported) => {
    const { diagnostics } = diagnose(scenario, readText(scenarioFile(scenario)));
    for (const { code, names } of reported) {
      const found = diagnostics.filter((diagnostic) => diagnostic.code === code);
      expect(found.some(({ message }) => message.includes(names ?? ""))).toBe(true);
    }
  },
);

test("every golden has, or lacks, what a fact says of it", () => {
  const wrong = ofKind("emitted").filter(
    (answer) => read(answer)?.includes(answer.text) !== answer.isPresent,
  );
  expect(wrong).toEqual([]);
});

test("every test that a fact names is there", () => {
  const missing = ofKind("tested").filter(({ file, test }) => !readText(file).includes(`test("${test}"`));
  expect(missing).toEqual([]);
});

test.each(FACTS_PAGES)("none of the frequent mistakes is left out of $file", ({ facts, mistakes }) => {
  const [topic, count] = mistakes;
  const numbers = new Set(facts.map(({ section }) => section));
  for (let mistake = 1; mistake <= count; mistake += 1) expect(numbers).toContain(`${topic}.${mistake}`);
});

test.each(FACTS_PAGES)("every file that $file points at is there", ({ file }) => {
  const links = [...readText(file).matchAll(/\]\((?!https:)([^)]+)\)/g)];
  const files = new Set(links.map(([, target = ""]) => path.join(ROOT, "docs", target)));
  expect([...files].filter((file) => !fs.existsSync(file))).toEqual([]);
});

test.each(FACTS_PAGES)("the tables of $file are up to date (npm run docs)", (page) => {
  const text = readText(page.file);
  expect(text).toBe(fillFactsPage(page, text));
});
