import type { Rule } from "../../../rules/rule";
import { accountRule } from "./account.rule";
import { keyPolicyLimitsRule } from "./key-policy-limits.rule";
import { managedKeyFirstUseRule } from "./managed-key-first-use.rule";
import { tagsRule } from "./tags.rule";

/** Rules about fields and limits that only AWS has. */
export const awsRules: readonly Rule[] = [accountRule, tagsRule, keyPolicyLimitsRule, managedKeyFirstUseRule];
