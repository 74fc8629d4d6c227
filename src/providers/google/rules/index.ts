import type { Rule } from "../../../rules/rule";
import { providerBlockRule } from "./provider-block.rule";

/** Rules that only Google Cloud has. */
export const googleRules: readonly Rule[] = [providerBlockRule];
