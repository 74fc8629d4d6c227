import type { KeySetAdvice, SourcedConsideration } from "../../advice/advise";
import type { Unmet } from "../../advice/choose";
import type { KeySetProfile } from "../../advice/profile";
import { counted, listed, wrap } from "../../base/text";
import type { MonthlyCost } from "../../model/key-cost";
import { strategyWord } from "../../model/provider-catalog";
import { money } from "../money";
import type { AdvisedDeployment } from "./advised-deployment";
import { createSources, type Sources } from "./sources";

const WIDTH = 80;
const MARGIN = 13;

/** The advice on deployments for people, at 80 columns, with its sources at the end. */
export function printAdviceText(deployments: readonly AdvisedDeployment[]): string {
  const sources = createSources();
  const lines = [
    ...deployments.flatMap((deployment) => [...printDeployment({ deployment, sources }), ""]),
    "sources",
    ...sources.list(),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** What printing a part of the advice needs. */
interface Printing {
  readonly deployment: AdvisedDeployment;
  readonly sources: Sources;
}

function printDeployment(printing: Printing): string[] {
  const { name, advice } = printing.deployment;
  const whole = advice.considerations.flatMap((one) => consider(one, printing));
  return [
    `${name}: ${summary(advice.keySets)}`,
    ...advice.keySets.flatMap((one) => ["", ...printKeySet(one, printing)]),
    ...(whole.length === 0 ? [] : ["", "the deployment", ...whole]),
  ];
}

function summary(keySets: readonly KeySetAdvice[]): string {
  const count = (wanted: KeySetAdvice["verdict"]) =>
    keySets.filter(({ verdict }) => verdict === wanted).length;
  const parts = [
    `${count("right")} right`,
    ...(count("works") === 0 ? [] : [`${count("works")} could be better`]),
    ...(count("unfit") === 0 ? [] : [`${count("unfit")} unfit`]),
  ];
  return `${counted(keySets.length, "key set")}: ${parts.join(", ")}`;
}

function printKeySet(one: KeySetAdvice, printing: Printing): string[] {
  const { profile, choice, failing, unmet, conflicts, present, considerations } = one;
  const { cite } = printing.sources;
  const { decision } = choice;
  // That storage is encrypted goes without saying.
  const also = choice.also.filter(({ need }) => need !== "storage").map(({ short }) => short);
  return [
    verdictLine(one, printing.deployment),
    ...entry("for", purposeOf(profile)),
    ...failing.flatMap((row) =>
      entry("fails", sentences(`${row.requirement}.`, row.why, row.how, cite(row.source))),
    ),
    ...(failing.includes(decision)
      ? []
      : entry("why", sentences(decision.why, howOf(one), cite(decision.source)))),
    ...(also.length === 0 ? [] : entry("also meets", `${listed(also)}.`)),
    ...unmet.flatMap((row) => entry("not met", notMet(row))),
    ...conflicts.flatMap(({ advice, source }) => entry("conflict", sentences(advice, cite(source)))),
    ...entry("costs", costText(present.cost, printing.deployment)),
    ...entry("risks", sentences(...present.risks)),
    ...entry("rules out", sentences(...present.rulesOut, cite(present.source))),
    ...considerations.flatMap((consideration) => consider(consideration, printing)),
    ...printAlternative(one, printing.deployment),
  ];
}

function verdictLine(
  { profile, verdict, choice, failing }: KeySetAdvice,
  { catalog }: AdvisedDeployment,
): string {
  const { name, strategy } = profile.keySet;
  const present = strategyWord(catalog, strategy);
  const fits = strategyWord(catalog, choice.strategy);
  switch (verdict) {
    case "right":
      return `${name}: ${present} is right`;
    case "works":
      return `${name}: ${present} works, ${fits} fits better`;
    case "unfit":
      return fits === present
        ? `${name}: ${present} is right, but not with keys of this kind`
        : `${name}: ${present} fails ${counted(failing.length, "need")}, ${fits} fits`;
  }
}

function purposeOf({ keySet, databases, hasDirectUse, ...profile }: KeySetProfile): string {
  const storage = databases.length === 0 ? [] : [`storage of ${listed(databases.map(({ name }) => name))}`];
  const others = keySet.purposes.filter((purpose) => purpose !== "database" || databases.length === 0);
  const regions = databases.length === 0 || hasDirectUse ? profile.regions : profile.usedRegions;
  const where = regions.length === 1 ? listed(regions) : counted(regions.length, "Region");
  return `${[...storage, ...others].join(", ")}; ${where}${hasDirectUse ? ", used by clients" : ""}`;
}

/** What else to do, unless it is told elsewhere. */
function howOf({ choice: { decision }, considerations, profile }: KeySetAdvice): string | undefined {
  const hasStorage =
    profile.databases.length > 0 || considerations.some(({ id }) => id === "separate-storage");
  // With storage among it, what to do about it is a consideration of its own; without, it is done already.
  return decision.need === "portable-ciphertext" || (decision.need === "blast-radius" && hasStorage)
    ? undefined
    : decision.how;
}

function notMet({ decision, because }: Unmet): string {
  const reason = because === undefined ? "no strategy does that here" : `excluded by ${because.short}`;
  return `${decision.requirement}: ${reason}.`;
}

function costText(cost: MonthlyCost | undefined, { prices }: AdvisedDeployment): string {
  if (cost === undefined || prices === undefined) return "Prices of the partition are not known.";
  const { now, afterFirstRotation, atMost } = cost;
  if (atMost === 0) return "Nothing for keys in this deployment.";
  const end = Number.isFinite(atMost)
    ? `at most ${money(atMost)}`
    : `${money(cost.afterOneYear)} after a year, and more every year`;
  const later = atMost === now ? "" : `, ${money(afterFirstRotation)} after one rotation, ${end}`;
  return `${money(now)} ${prices.currency} a month${later}.`;
}

function consider({ text, source }: SourcedConsideration, { sources }: Printing): string[] {
  return entry("consider", sentences(text, sources.cite(source)));
}

function printAlternative(
  { alternative, profile, choice }: KeySetAdvice,
  deployment: AdvisedDeployment,
): string[] {
  if (alternative === undefined) return [];
  const { strategy, cost, steps, worth } = alternative;
  const isSame = strategy === profile.keySet.strategy;
  const kind = isSame && choice.decision.need === "standing-keys" ? ", with other keys" : "";
  const head = `${strategyWord(deployment.catalog, strategy)}${kind}. ${costText(cost, deployment)}`;
  const change = isSame ? "change the spec" : "change strategy";
  return [
    ...entry("instead", sentences(head, worth)),
    ...entry("", `Before the first apply: ${change}, and nothing else. Later:`),
    ...steps.flatMap((step, index) => wrap(step, `${" ".repeat(MARGIN)}${index + 1}. `, WIDTH)),
  ];
}

function sentences(...texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== "").join(" ");
}

function entry(name: string, text: string): string[] {
  return wrap(text, `  ${name}`.padEnd(MARGIN), WIDTH);
}
