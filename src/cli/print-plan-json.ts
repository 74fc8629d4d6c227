import type { DeploymentPlan } from "../model/plan";

/** Version of the JSON form of a plan; it grows by additions only. */
const PLAN_FORMAT = 1;

/** The plan as JSON: maps become objects, everything else is as in src/model. */
export function printPlanJson(plan: DeploymentPlan): string {
  const document = {
    keyspanPlan: PLAN_FORMAT,
    ...plan,
    keySets: plan.keySets.map(({ keyIn, ...keySet }) => ({ ...keySet, keyIn: Object.fromEntries(keyIn) })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}
