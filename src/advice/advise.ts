import { invariant } from "../base/invariant";
import type { RegionName } from "../base/names";
import { indexEncryption } from "../model/encryption";
import type { AdviceData, ConsiderationId, Decision, NeedConflict, StrategyFacts } from "../model/advice";
import { isKeptOutside, isManagedKey, type KeyStrategy } from "../model/key";
import { costOf, rotationPeriodOf, type MonthlyCost } from "../model/key-cost";
import type { PriceList } from "../model/prices";
import { chooseStrategy, type Choice, type Unmet } from "./choose";
import { considerationsOf, deploymentConsiderations, type Consideration } from "./considerations";
import { profileOf, type AdviceSubject, type KeySetProfile } from "./profile";

/** How the present strategy stands: it fits best, another fits better, or it does not meet what is asked. */
export type Verdict = "right" | "works" | "unfit";

/** Something to think about, and where it is explained. */
export interface SourcedConsideration extends Consideration {
  readonly id: ConsiderationId;
  readonly source: string;
}

/** What another strategy, or keys of another kind, would take. */
export interface Alternative {
  readonly strategy: KeyStrategy;
  readonly cost: MonthlyCost | undefined;
  readonly steps: readonly string[];
  /** Whether it is worth it, where that is not plain. */
  readonly worth: string | undefined;
}

/** Advice on one key set. */
export interface KeySetAdvice {
  readonly profile: KeySetProfile;
  readonly verdict: Verdict;
  readonly choice: Choice;
  /** What the present strategy does not meet; empty unless it is unfit. */
  readonly failing: readonly Decision[];
  readonly unmet: readonly Unmet[];
  readonly conflicts: readonly NeedConflict[];
  /** What the present strategy brings with it. */
  readonly present: StrategyFacts & { readonly cost: MonthlyCost | undefined };
  /** Undefined where the present strategy is right. */
  readonly alternative: Alternative | undefined;
  readonly considerations: readonly SourcedConsideration[];
}

/** Advice on a deployment. */
export interface DeploymentAdvice {
  readonly keySets: readonly KeySetAdvice[];
  readonly considerations: readonly SourcedConsideration[];
}

/** Advises on a deployment; without prices it says nothing of costs. */
export function adviseDeployment(
  given: Omit<AdviceSubject, "encryption">,
  data: AdviceData,
  price: PriceList | undefined,
): DeploymentAdvice {
  const subject = { ...given, encryption: indexEncryption(given.plan.encryption) };
  const profiles = given.plan.keySets.map((keySet) => profileOf(keySet, subject));
  return {
    keySets: profiles.flatMap((profile) => adviseKeySet(profile, subject, data, price)),
    considerations: sourced(deploymentConsiderations(profiles, subject), data),
  };
}

function adviseKeySet(
  profile: KeySetProfile,
  subject: AdviceSubject,
  data: AdviceData,
  price: PriceList | undefined,
): KeySetAdvice[] {
  const { keySet, needs, possible } = profile;
  const { strategy: present } = keySet;
  const choice = chooseStrategy({ needs, possible, present }, data.decisions);
  if (choice === undefined) return [];
  const failing = failingDecisions(profile, choice, data);
  const isSame = choice.strategy === present && failing.length === 0;
  const verdict = isSame ? "right" : failing.length === 0 ? "works" : "unfit";
  return [
    {
      profile,
      verdict,
      choice,
      failing,
      unmet: choice.unmet,
      conflicts: data.conflicts.filter((conflict) => conflict.needs.every((need) => needs.has(need))),
      present: { ...factsOf(present, data), cost: costFor(present, profile, price, subject) },
      alternative: isSame ? undefined : alternativeTo(profile, choice, data, { price, subject }),
      considerations: sourced(considerationsOf(profile, choice.strategy, subject, price), data),
    },
  ];
}

/** What must be and is not met as it is, though some strategy would meet it. */
function failingDecisions(profile: KeySetProfile, { unmet }: Choice, { decisions }: AdviceData): Decision[] {
  return decisions.filter(
    (decision) =>
      profile.needs.has(decision.need) &&
      decision.force === "must" &&
      !unmet.some((one) => one.decision === decision) &&
      !isMet(decision, profile),
  );
}

function isMet({ need, meets, ofExistingKeys }: Decision, { keySet, existing }: KeySetProfile): boolean {
  const { strategy, origin, protection } = keySet;
  if (!meets.includes(strategy)) return false;
  if (existing !== undefined) return ofExistingKeys === undefined || ofExistingKeys === existing;
  return need !== "own-material" || origin === "external" || isKeptOutside(protection);
}

function factsOf(strategy: KeyStrategy, { strategies }: AdviceData): StrategyFacts {
  const facts = strategies[strategy];
  invariant(facts !== undefined, `nothing is said of strategy ${strategy}, which the provider has`);
  return facts;
}

function alternativeTo(
  profile: KeySetProfile,
  { strategy }: Choice,
  { migrations, moves }: AdviceData,
  { price, subject }: { readonly price: PriceList | undefined; readonly subject: AdviceSubject },
): Alternative {
  const { keySet, data: keyed } = profile;
  return {
    strategy,
    cost: costFor(strategy, profile, price, subject),
    steps: keyed.flatMap((one) => migrations[one]),
    worth: moves.find(({ from, to }) => from === keySet.strategy && to === strategy)?.text,
  };
}

/** What the keys of a strategy cost in the place of those of a key set; the provider's, and those of others, nothing. */
function costFor(
  strategy: KeyStrategy,
  { keySet, regions, usedRegions }: KeySetProfile,
  price: PriceList | undefined,
  { catalog }: AdviceSubject,
): MonthlyCost | undefined {
  if (price === undefined) return undefined;
  const { protection, spec } = keySet;
  if (strategy !== "single-region" && strategy !== "multi-region")
    return costOf(0, { protection, spec, periodDays: undefined }, price);
  const isOneKey = strategy === "multi-region" && catalog.capabilities.multiRegionKeys === "location";
  const keysIn = (places: readonly RegionName[]) => (isOneKey ? 1 : places.length);
  const own = [...keySet.keyIn.values()].filter(isManagedKey);
  // Keys of others are wherever they are, and say nothing of rotation: those in their place rotate by default.
  const byDefault = { protection, spec, periodDays: catalog.defaults.rotationPeriodDays };
  if (own.length === 0) return costOf(keysIn(usedRegions), byDefault, price);
  const [periodDays] = own.flatMap((key) => rotationPeriodOf(key) ?? []);
  return costOf(keysIn(regions), { protection, spec, periodDays }, price);
}

function sourced(
  considerations: readonly Consideration[],
  data: AdviceData,
): readonly SourcedConsideration[] {
  return considerations.map((one) => ({ ...one, source: data.considerations[one.id] }));
}
