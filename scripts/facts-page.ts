import { groupBy } from "../src/base/group-by";
import { sortedBy } from "../src/base/ordering";
import { catalog, type DiagnosticCode } from "../src/diagnostics/catalog/index";
import { awsFacts } from "../src/providers/aws/facts/index";
import type { FactAnswer, ProviderFact } from "../src/providers/common/facts/fact";
import { googleFacts } from "../src/providers/google/facts/index";
import { CODES } from "./diagnostic-pages";

/** A page that says which fact of a provider is answered by which rule, or by what is emitted. */
export interface FactsPage {
  readonly file: string;
  readonly facts: readonly ProviderFact[];
  readonly topics: Readonly<Record<string, string>>;
  /** The topic of the frequent mistakes, and how many there are. */
  readonly mistakes: readonly [topic: string, count: number];
  /** Whether it also names the rules that stand on a source and on no fact. */
  readonly hasOtherRules: boolean;
}

/** Where the scenario of a name stands. */
export function scenarioFile(scenario: string): string {
  return `test/scenarios/refused/${scenario}.yaml`;
}

/** The page with its tables as they should be; the text before them is written by hand. */
export function fillFactsPage({ facts, topics, hasOtherRules }: FactsPage, page: string): string {
  const [before = ""] = page.split(MARK);
  const byTopic = groupBy(facts, ({ section }) => section.split(".")[0] ?? "");
  const tables = sortedBy([...byTopic], ([topic]) => topic.padStart(2, "0")).map(([topic, ofTopic]) =>
    printTopic(`${topic}. ${topics[topic] ?? ""}`, ofTopic),
  );
  const others = hasOtherRules ? [printOtherRules()] : [];
  return [`${before}${MARK}`, ...tables, ...others].join("\n\n") + "\n";
}

const MARK = "<!-- facts -->";

const AWS_TOPICS: Readonly<Record<string, string>> = {
  "0": "What is new",
  "1": "Keys, replica keys and aliases",
  "2": "Key policies and grants",
  "3": "Prices and quotas",
  "4": "Encryption of databases",
  "5": "Aurora Global Database",
  "6": "Read replicas of RDS",
  "7": "Partitions and Regions",
  "8": "Versions of Terraform and its provider",
  "9": "Which key for what",
  "10": "Frequent mistakes",
};

const GOOGLE_TOPICS: Readonly<Record<string, string>> = {
  "1": "Keys of Cloud KMS",
  "2": "Who uses a key",
  "3": "Cloud SQL",
  "4": "AlloyDB",
  "5": "Versions of Terraform's provider",
  "6": "Frequent mistakes",
};

/** The page of each provider. */
export const FACTS_PAGES: readonly FactsPage[] = [
  { file: "docs/facts.md", facts: awsFacts, topics: AWS_TOPICS, mistakes: ["10", 20], hasOtherRules: true },
  {
    file: "docs/facts-google.md",
    facts: googleFacts,
    topics: GOOGLE_TOPICS,
    mistakes: ["6", 12],
    hasOtherRules: false,
  },
];

function printTopic(title: string, facts: readonly ProviderFact[]): string {
  const rows = sortedBy(facts, ({ section }) => sortable(section)).flatMap(
    ({ section, fact, sources, answers }) =>
      answers.map((answer, index) =>
        row([
          ...(index === 0 ? [section, `${fact} ${printLinks(sources)}`] : ["", ""]),
          ...printAnswer(answer),
        ]),
      ),
  );
  return [
    `## ${title}`,
    "",
    row(["§", "fact", "rule, or what is emitted", "where it is seen"]),
    row(["---", "---", "---", "---"]),
    ...rows,
  ].join("\n");
}

/** The number of the section so that 10.2 stands before 10.10, and what has no number after it last. */
function sortable(section: string): string {
  const [topic = "", number = "99"] = section.split(".");
  return `${topic} ${/^\d+$/.test(number) ? number.padStart(2, "0") : section}`;
}

function printAnswer(answer: FactAnswer): readonly [string, string] {
  switch (answer.kind) {
    case "reported":
      return [printCode(answer.code), link(answer.scenario, scenarioFile(answer.scenario))];
    case "emitted": {
      const what = `${answer.isPresent ? "emits" : "never emits"} \`${answer.text.trim()}\``;
      return [what, link(answer.block ?? answer.file, answer.file)];
    }
    case "tested":
      return [answer.what, link(answer.file, answer.file)];
  }
}

function link(text: string, file: string): string {
  return `[${text}](../${file})`;
}

function printCode(code: DiagnosticCode): string {
  return `${catalog[code].severity} [${code}](diagnostics/${code}.md)`;
}

/** Rules with a source that no fact above names: they stand on what the source says, and on nothing else. */
function printOtherRules(): string {
  const named = new Set(
    [...awsFacts, ...googleFacts].flatMap(({ answers }) =>
      answers.flatMap((one) => (one.kind === "reported" ? one.code : [])),
    ),
  );
  const others = CODES.filter((code) => !named.has(code) && (catalog[code].sources ?? []).length > 0);
  return [
    "## Other rules with a source",
    "",
    row(["rule", "scenario", "source"]),
    row(["---", "---", "---"]),
    ...others.map((code) =>
      row([printCode(code), link(code, scenarioFile(code)), printLinks(catalog[code].sources ?? [])]),
    ),
  ].join("\n");
}

function printLinks(sources: readonly string[]): string {
  return sources.map((source, index) => `[[${index + 1}]](${source})`).join(" ");
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
