import type { Provider } from "../provider";
import { googleAdvice } from "./advice/advice";
import { googleCatalog } from "./catalog/catalog";
import { keyPrices, providerKeyPrices } from "./catalog/prices";
import { accompanyDeployment } from "./companions/accompany";
import { googleLiveBehaviour } from "./live/behaviour";
import { lowerDeployment } from "./lowering/deployment";
import { googleRules } from "./rules/index";
import { googleStarter } from "./starter";

/** Google Cloud. */
export const googleProvider: Provider = {
  id: "google",
  catalog: googleCatalog,
  rules: googleRules,
  lower: lowerDeployment,
  policyChecks: [],
  audit: () => [],
  accompany: accompanyDeployment,
  advice: googleAdvice,
  starter: googleStarter,
  prices: keyPrices,
  providerKeyPrices,
  // Cloud KMS has no quota on key rings, keys or versions: https://cloud.google.com/kms/quotas.
  quotaUse: () => [],
  live: googleLiveBehaviour,
};
