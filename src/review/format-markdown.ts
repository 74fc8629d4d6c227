import { oneLine } from "../base/text";
import type { Finding, FINDING_KINDS, Migration } from "../terraform/live-behaviour";
import type { DeploymentChange } from "./deployment-changes";
import { noteOf } from "./format-text";
import type { ResourceReview, Review } from "./review";
import { isUnchanged } from "./review";
import { ACTION_WORDS, FINDING_WORDS, reasonOf, summaryOf } from "./summary";
import { valueChanges } from "./value-changes";

/** The first line of every review: a comment that a script finds its own by. */
const MARK = "<!-- keyspan review -->";

/** How much text a comment may have: https://docs.github.com/rest/issues/comments; a little is left for others. */
const LONGEST = 60_000;

const SIGNS: Readonly<Record<(typeof FINDING_KINDS)[number], string>> = {
  "data-loss": "🛑",
  refused: "⛔",
  security: "🔒",
  availability: "⏳",
  note: "ℹ️",
};

/** Reviews for a comment on a pull request: what is lost or replaced on top, every detail folded away below. */
export function formatMarkdown(reviews: readonly Review[]): string {
  const text = [MARK, "## What this changes in the live system", ...reviews.map(printReview)].join("\n\n");
  if (text.length <= LONGEST) return `${text}\n`;
  const cut = text.lastIndexOf("\n", LONGEST);
  return `${text.slice(0, cut)}\n\n… The review is longer than a comment may be: \`keyspan diff\` prints all of it.\n`;
}

function printReview(review: Review): string {
  const { deployment, resources, settings, changes } = review;
  const heading = `### ${code(deployment)}: ${summaryOf(review)}`;
  if (isUnchanged(review)) return heading;
  const grave = resources.filter(
    ({ action, findings }) => action === "destroy" || action === "replace" || findings.length > 0,
  );
  const details = resources.map(printDetails).join("\n");
  const migrations = resources.flatMap(printMigration);
  const others = settings.map(({ what, root, change, findings }) => {
    const line = `- ${code(what)}${root === "" ? "" : ` in ${code(root)}`}: ${change}`;
    return [line, ...findings.map(printFinding)].join("\n");
  });
  return [
    heading,
    ...changes.map(printChange),
    ...(grave.length === 0 ? [] : [grave.map(printGrave).join("\n")]),
    ...migrations,
    fold("Every change", [details, ...others].filter((part) => part !== "").join("\n")),
  ].join("\n\n");
}

function printGrave(resource: ResourceReview): string {
  const { address, noun, region, action, findings } = resource;
  const reason = reasonOf(resource);
  const where = region === undefined ? noun : `${noun} in ${region}`;
  const head = `- **${code(address)}** (${escapeText(where)}) is **${ACTION_WORDS[action]}**${reason === "" ? "" : `: ${escapeText(reason)}`}`;
  return [head, ...findings.map(printFinding)].join("\n");
}

function printFinding({ kind, message }: Finding): string {
  return `  - ${SIGNS[kind]} ${FINDING_WORDS[kind]}: ${escapeText(message)}`;
}

function printChange({ finding: { kind, message }, migration }: DeploymentChange): string {
  return `${SIGNS[kind]} **${FINDING_WORDS[kind]}**: ${escapeText(message)}\n\n${fold(migration.title, printSteps(migration))}`;
}

function printMigration({ address, migration }: ResourceReview): string[] {
  return migration === undefined ? [] : [fold(`${migration.title}: ${address}`, printSteps(migration))];
}

function printSteps({ steps: given }: Migration): string {
  const steps = given.map(({ text, command }, index) => {
    const line = `${index + 1}. ${escapeText(text)}`;
    if (command === undefined) return line;
    const fence = "`".repeat(Math.max(3, longestRun(command) + 1));
    return `${line}\n\n${[`${fence}sh`, ...command.split(/\r\n|\r|\n/), fence].map((one) => `   ${one}`).join("\n")}`;
  });
  return steps.join("\n");
}

function printDetails(resource: ResourceReview): string {
  const { address, formerAddress, action } = resource;
  const moved = formerAddress === undefined ? "" : `, was ${code(formerAddress)}`;
  const lines = resource.arguments.flatMap((change) => {
    const note = noteOf(change);
    return valueChanges(change).map(
      ({ path, before, after }) =>
        `  - ${code(path)}: ${value(before)} → ${value(after)}${note === "" ? "" : ` (${escapeText(note)})`}`,
    );
  });
  return [`- ${code(address)}${moved}: ${ACTION_WORDS[action]}`, ...lines].join("\n");
}

function fold(title: string, body: string): string {
  return `<details><summary>${escapeHtml(title)}</summary>\n\n${body}\n\n</details>`;
}

function escapeHtml(text: string): string {
  return oneLine(text).replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const LONGEST_VALUE = 300;

function value(text: string | undefined): string {
  if (text === undefined) return "not given";
  return code(text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`);
}

/** Text set as code, whatever backquotes it holds. */
function code(text: string): string {
  const longest = longestRun(text);
  const fence = "`".repeat(longest + 1);
  const padding = longest === 0 ? "" : " ";
  return `${fence}${padding}${text.replace(/\s+/g, " ")}${padding}${fence}`;
}

/** The longest row of backquotes in a text. */
function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

/** Messages hold code between backquotes; everything else that Markdown would take for its own is text. */
function escapeText(message: string): string {
  return oneLine(message)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[<>*_[\]|\\`#~&]/g, "\\$&")))
    .join("");
}
