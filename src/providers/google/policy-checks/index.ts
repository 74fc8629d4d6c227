import type { CheckBook } from "../../common/policy-checks/audit";
import type { JudgedCheck } from "../../common/policy-checks/policy-check";
import { tflintOnModules } from "../../common/policy-checks/tflint-modules";
import { elementNames } from "./element-names";
import { flagChecks } from "./flags";
import { instanceChecks } from "./instance-checks";
import { keyChecks } from "./key-checks";
import { ownChecks } from "./own-checks";

/** Every check that touches what is emitted. */
export const googlePolicyChecks: readonly JudgedCheck[] = [
  ...keyChecks,
  ...instanceChecks,
  ...flagChecks,
  ...tflintOnModules,
  ...ownChecks,
];

/** The checks, and how resources of Google Cloud say what they were planned as. */
export const googleCheckBook: CheckBook = { checks: googlePolicyChecks, names: elementNames };
