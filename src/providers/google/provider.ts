import type { Provider } from "../provider";
import { auditPrograms, markSkippedChecks } from "../common/policy-checks/audit";
import { googleAdvice } from "./advice/advice";
import { googleCatalog } from "./catalog/catalog";
import { keyPrices, priceNotes, providerKeyPrices } from "./catalog/prices";
import { accompanyDeployment } from "./companions/accompany";
import { googleLiveBehaviour } from "./live/behaviour";
import { lowerDeployment } from "./lowering/deployment";
import { googleCheckBook, googlePolicyChecks } from "./policy-checks/index";
import { googleRules } from "./rules/index";
import { googleStarter } from "./starter";

/** Google Cloud. */
export const googleProvider: Provider = {
  id: "google",
  catalog: googleCatalog,
  rules: googleRules,
  lower: (request) => markSkippedChecks(googleCheckBook, request.plan, lowerDeployment(request)),
  policyChecks: googlePolicyChecks,
  audit: (plan, programs) => auditPrograms(googleCheckBook, plan, programs),
  accompany: accompanyDeployment,
  advice: googleAdvice,
  starter: googleStarter,
  prices: keyPrices,
  priceNotes,
  providerKeyPrices,
  // Cloud KMS has no quota on key rings, keys or versions: https://cloud.google.com/kms/quotas.
  quotaUse: () => [],
  live: googleLiveBehaviour,
};
