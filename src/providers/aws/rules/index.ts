import type { Rule } from "../../../rules/rule";
import { terraformBlockRule } from "../../common/rules/terraform-block.rule";
import { accountRule } from "./account.rule";
import { addressesRule } from "./addresses.rule";
import { administratorsAccountRule } from "./administrators-account.rule";
import { backendKeyRule } from "./backend-key.rule";
import { backendRegionRule } from "./backend-region.rule";
import { deployerAccessRule } from "./deployer-access.rule";
import { keyPolicyLimitsRule } from "./key-policy-limits.rule";
import { managedKeyFirstUseRule } from "./managed-key-first-use.rule";
import { networkFormRule } from "./network.rule";
import { policyLockoutRule } from "./policy-lockout.rule";
import { providerVersionRule } from "./provider-version.rule";
import { statementConditionsRule } from "./statement-conditions.rule";
import { statementsRule } from "./statements.rule";
import { tagsRule } from "./tags.rule";

/** Rules about fields and limits that only AWS has, and about the root modules it is written to. */
export const awsRules: readonly Rule[] = [
  accountRule,
  providerVersionRule,
  terraformBlockRule,
  backendKeyRule,
  backendRegionRule,
  addressesRule,
  networkFormRule,
  tagsRule,
  statementsRule,
  statementConditionsRule,
  policyLockoutRule,
  deployerAccessRule,
  administratorsAccountRule,
  keyPolicyLimitsRule,
  managedKeyFirstUseRule,
];
