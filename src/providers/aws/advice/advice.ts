import type { AdviceData } from "../../../model/advice";
import { conflicts, decisions } from "./decisions";
import { considerations, migrations, moves, strategies } from "./strategies";

/** What there is to say of AWS key strategies. */
export const awsAdvice: AdviceData = { decisions, conflicts, strategies, migrations, moves, considerations };
