import type { Alternative, KeySetAdvice } from "../../advice/advise";
import type { Unmet } from "../../advice/choose";
import type { Decision } from "../../model/advice";
import type { KeyStrategy } from "../../model/key";
import type { MonthlyCost } from "../../model/key-cost";
import { monthJson } from "../cost/month-json";
import { strategyWord } from "../../model/provider-catalog";
import type { AdvisedDeployment } from "./advised-deployment";

/** Version of the JSON form of advice; it grows by additions only. */
const ADVICE_FORMAT = 1;

/** Advice for programs; strategies are in the words of the spec. */
export function printAdviceJson(deployments: readonly AdvisedDeployment[]): string {
  const document = { keyspanAdvice: ADVICE_FORMAT, deployments: deployments.map(deploymentJson) };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function deploymentJson(deployment: AdvisedDeployment): unknown {
  const { name, spec, told, catalog, prices, advice } = deployment;
  const word = (strategy: KeyStrategy) => strategyWord(catalog, strategy);
  return {
    name,
    spec,
    told,
    currency: prices?.currency ?? null,
    keySets: advice.keySets.map((one) => keySetJson(one, word)),
    considerations: advice.considerations,
  };
}

type Word = (strategy: KeyStrategy) => string;

function keySetJson(one: KeySetAdvice, word: Word): unknown {
  const { profile, verdict, choice, failing, unmet, conflicts, present, alternative, considerations } = one;
  return {
    name: profile.keySet.name,
    strategy: word(profile.keySet.strategy),
    verdict,
    fits: word(choice.strategy),
    purposes: profile.keySet.purposes,
    regions: profile.regions,
    databases: profile.databases.map(({ name }) => name),
    reason: decisionJson(choice.decision),
    alsoMeets: choice.also.map(decisionJson),
    fails: failing.map(decisionJson),
    notMet: unmet.map(unmetJson),
    conflicts,
    present: { ...present, cost: costJson(present.cost) },
    alternative: alternative === undefined ? null : alternativeJson(alternative, word),
    considerations,
  };
}

function decisionJson({ need, requirement, why, how, source }: Decision): unknown {
  return { need, requirement, why, how: how ?? null, source };
}

function unmetJson({ decision, because }: Unmet): unknown {
  return { ...(decisionJson(decision) as object), because: because?.need ?? null };
}

function alternativeJson({ strategy, cost, steps, worth }: Alternative, word: Word): unknown {
  return { strategy: word(strategy), cost: costJson(cost), steps, worth: worth ?? null };
}

function costJson(cost: MonthlyCost | undefined): unknown {
  if (cost === undefined) return null;
  return monthJson(cost);
}
