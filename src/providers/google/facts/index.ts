import type { ProviderFact } from "../../common/facts/fact";
import { databaseFacts } from "./databases";
import { keyFacts } from "./keys";
import { mistakeFacts } from "./mistakes";

/** Every fact, by its file; the page sorts them by section. */
export const googleFacts: readonly ProviderFact[] = [...keyFacts, ...databaseFacts, ...mistakeFacts];
