import type { ProviderFact } from "../../common/facts/fact";
import { encryptionFacts } from "./encryption";
import { globalDatabaseFacts } from "./global-database";
import { keyAccessFacts } from "./key-access";
import { keyFacts } from "./keys";
import { mistakeFacts } from "./mistakes";
import { placeFacts } from "./places";
import { readReplicaFacts } from "./read-replicas";

/** Every fact, by its file; the page sorts them by section. */
export const awsFacts: readonly ProviderFact[] = [
  ...placeFacts,
  ...keyFacts,
  ...keyAccessFacts,
  ...encryptionFacts,
  ...globalDatabaseFacts,
  ...readReplicaFacts,
  ...mistakeFacts,
];
