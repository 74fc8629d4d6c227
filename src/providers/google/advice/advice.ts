import type { AdviceData } from "../../../model/advice";
import { conflicts, decisions } from "./decisions";
import { considerations, migrations, strategies } from "./strategies";

/** What there is to say of key strategies on Google Cloud. */
export const googleAdvice: AdviceData = {
  decisions,
  conflicts,
  strategies,
  migrations,
  moves: [],
  considerations,
};
