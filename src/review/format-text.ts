import { createColors, type Colors } from "../base/colors";
import type { Finding, ReviewAction } from "../terraform/live-behaviour";
import type { ArgumentChange } from "./compare-arguments";
import type { DeploymentChange } from "./deployment-changes";
import type { ResourceReview, Review } from "./review";
import type { SettingChange } from "./compare-settings";
import { ACTION_SIGNS, ACTION_WORDS, FINDING_WORDS, reasonOf, summaryOf } from "./summary";
import { valueChanges, type ValueChange } from "./value-changes";

/** How a review is printed for a terminal. */
export interface TextOptions {
  readonly color: boolean;
}

/** A review for a terminal, the worst first. */
export function formatText(review: Review, { color }: TextOptions): string {
  const colors = createColors(color);
  const { deployment, resources, settings, changes } = review;
  return [
    `${colors.bold(deployment)}: ${summaryOf(review)}\n`,
    ...changes.map((change) => `\n${printChange(change, colors)}`),
    ...resources.map((resource) => `\n${printResource(resource, colors)}`),
    ...(settings.length === 0 ? [] : ["\n", ...settings.map((setting) => printSetting(setting, colors))]),
  ].join("");
}

function printResource(resource: ResourceReview, colors: Colors): string {
  const { address, formerAddress, noun, region, root, action, findings } = resource;
  const paint = painter(action, colors);
  const where = [noun, ...(region === undefined ? [] : [region]), ...(root === "" ? [] : [root])].join(", ");
  const reason = reasonOf(resource);
  const verdict = `${ACTION_WORDS[action]}${reason === "" ? "" : `: ${reason}`}`;
  const moved = formerAddress === undefined ? "" : colors.dim(` (was ${formerAddress})`);
  return [
    `${paint(ACTION_SIGNS[action].padEnd(3))} ${colors.bold(address)}${moved} ${colors.dim(`(${where})`)} ${paint(verdict)}\n`,
    ...findings.map((finding) => printFinding(finding, colors)),
    ...resource.arguments.map((change) => printArgument(change, colors)),
    ...printMigration(resource, colors),
  ].join("");
}

function printChange({ finding, migration }: DeploymentChange, colors: Colors): string {
  return [printFinding(finding, colors), ...printMigration({ migration }, colors)].join("");
}

function printFinding({ kind, message }: Finding, colors: Colors): string {
  const isGrave = kind === "data-loss" || kind === "refused";
  const title = isGrave ? colors.red(FINDING_WORDS[kind]) : colors.yellow(FINDING_WORDS[kind]);
  return `    ${title}: ${message}\n`;
}

function printMigration({ migration }: Pick<ResourceReview, "migration">, colors: Colors): readonly string[] {
  if (migration === undefined) return [];
  const steps = migration.steps.map(({ text, command }, index) => {
    const line = `      ${index + 1}. ${text}\n`;
    const commands = command === undefined ? [] : command.split("\n");
    return [line, ...commands.map((one) => `         ${colors.dim(one)}\n`)].join("");
  });
  return [`    ${colors.bold(migration.title)}:\n`, ...steps];
}

function printArgument(change: ArgumentChange, colors: Colors): string {
  const note = noteOf(change);
  const suffix = note === "" ? "" : ` ${colors.dim(`(${note})`)}`;
  return valueChanges(change)
    .map((value) => `      ${printValue(value, colors)}${suffix}\n`)
    .join("");
}

function printValue({ path, before, after }: ValueChange, colors: Colors): string {
  const [old, now] = [colors.red(before ?? "not given"), colors.green(after ?? "not given")];
  return `${path}: ${old} → ${now}`;
}

/** What a changed argument does, where that is not a mere update. */
export function noteOf({ effect, because }: ArgumentChange): string {
  if (because.kind === "ignored") return "no effect: ignore_changes";
  if (because.kind === "write-only") return "no effect by itself: write-only";
  if (because.kind === "kept") return "no effect: what stands is kept";
  return effect === "replace" ? "forces replacement" : "";
}

function printSetting({ root, what, change, findings }: SettingChange, colors: Colors): string {
  const line = `    ${what}${root === "" ? "" : ` in ${root}`}: ${change}\n`;
  const notes = findings.map((finding) => printFinding(finding, colors));
  return [line, ...notes].join("");
}

function painter(action: ReviewAction, colors: Colors): (text: string) => string {
  if (action === "destroy" || action === "replace") return colors.red;
  if (action === "create") return colors.green;
  return action === "update" ? colors.yellow : colors.dim;
}
