import type { Provider } from "../provider";
import { awsCatalog } from "./catalog/catalog";
import { accompanyDeployment } from "./companions/accompany";
import { awsLiveBehaviour } from "./live/behaviour";
import { lowerDeployment } from "./lower-deployment";
import { awsRules } from "./rules/index";

/** Amazon Web Services. */
export const awsProvider: Provider = {
  id: "aws",
  catalog: awsCatalog,
  rules: awsRules,
  lower: lowerDeployment,
  accompany: accompanyDeployment,
  live: awsLiveBehaviour,
};
