import { fillStrategyGuide, STRATEGY_GUIDE } from "../../scripts/decision-table";
import { readText } from "../support/repository";

test("the decision table of the guide is what advise decides by (npm run docs)", () => {
  const guide = readText(STRATEGY_GUIDE);
  expect(guide).toContain("<!-- decisions -->");
  expect(guide).toBe(fillStrategyGuide(guide));
});
