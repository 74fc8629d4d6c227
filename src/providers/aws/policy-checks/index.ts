import { checkovOnClusters } from "./checkov-clusters";
import { checkovOnInstances } from "./checkov-instances";
import { checkovOnKeys } from "./checkov-keys";
import { ownChecks } from "./own-checks";
import type { AwsPolicyCheck } from "./policy-check";
import { securityHubOnLogs } from "./security-hub-logs";
import { securityHubOnProtection } from "./security-hub-protection";
import { tflintOnModules } from "./tflint-modules";
import { tflintOnResources } from "./tflint-resources";
import { trivyChecks } from "./trivy";

/** Every check that touches what is emitted, by tool. */
export const awsPolicyChecks: readonly AwsPolicyCheck[] = [
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
