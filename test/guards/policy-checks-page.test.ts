import { fillPolicyChecksPage, POLICY_CHECKS_PAGE } from "../../scripts/policy-check-page";
import { readText } from "../support/repository";

test("the tables of the page of policy checks are up to date (npm run docs)", () => {
  const page = readText(POLICY_CHECKS_PAGE);
  expect(page).toBe(fillPolicyChecksPage(page));
});
