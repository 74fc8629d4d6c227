import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { fillPolicyChecksPage, POLICY_CHECKS_PAGE } from "./policy-check-page";

/** Writes the tables of the page of policy checks. */
export function run(root: string): void {
  const file = path.join(root, POLICY_CHECKS_PAGE);
  writeFileSync(file, fillPolicyChecksPage(readFileSync(file, "utf8")));
}
