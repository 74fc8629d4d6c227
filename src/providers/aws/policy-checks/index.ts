import { checkovOnClusters } from "./checkov-clusters";
import { checkovOnInstances } from "./checkov-instances";
import { checkovOnKeys } from "./checkov-keys";
import type { CheckBook } from "../../common/policy-checks/audit";
import { elementNames } from "./element-names";
import { ownChecks } from "./own-checks";
import type { JudgedCheck } from "../../common/policy-checks/policy-check";
import { securityHubOnLogs } from "./security-hub-logs";
import { securityHubOnProtection } from "./security-hub-protection";
import { tflintOnModules } from "../../common/policy-checks/tflint-modules";
import { tflintOnResources } from "./tflint-resources";
import { trivyChecks } from "./trivy";

/** Every check that touches what is emitted, by tool. */
export const awsPolicyChecks: readonly JudgedCheck[] = [
  ...checkovOnKeys,
  ...checkovOnClusters,
  ...checkovOnInstances,
  ...trivyChecks,
  ...tflintOnResources,
  ...tflintOnModules,
  ...securityHubOnProtection,
  ...securityHubOnLogs,
  ...ownChecks,
];

/** The checks, and how resources of AWS say what they were planned as. */
export const awsCheckBook: CheckBook = { checks: awsPolicyChecks, names: elementNames };
