import type { Provider } from "../provider";
import { awsAdvice } from "./advice/advice";
import { awsCatalog } from "./catalog/catalog";
import { keyPrices, priceNotes, providerKeyPrices } from "./catalog/prices";
import { accompanyDeployment } from "./companions/accompany";
import { awsLiveBehaviour } from "./live/behaviour";
import { lowerDeployment } from "./lower-deployment";
import { auditPrograms, markSkippedChecks } from "../common/policy-checks/audit";
import { awsCheckBook, awsPolicyChecks } from "./policy-checks/index";
import { quotaUse } from "./quota-use";
import { awsStarter } from "./starter";
import { awsRules } from "./rules/index";

/** Amazon Web Services. */
export const awsProvider: Provider = {
  id: "aws",
  catalog: awsCatalog,
  rules: awsRules,
  lower: (request) => markSkippedChecks(awsCheckBook, request.plan, lowerDeployment(request)),
  policyChecks: awsPolicyChecks,
  audit: (plan, programs) => auditPrograms(awsCheckBook, plan, programs),
  accompany: accompanyDeployment,
  advice: awsAdvice,
  starter: awsStarter,
  prices: keyPrices,
  priceNotes,
  providerKeyPrices,
  quotaUse,
  live: awsLiveBehaviour,
};
