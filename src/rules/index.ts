import { databaseLimitsRule } from "./databases/limits.rule";
import { engineRule } from "./databases/engine.rule";
import { instancesRule } from "./databases/instances.rule";
import { keysOfDatabaseRule } from "./databases/keys-of-database.rule";
import { monitoringRule } from "./databases/monitoring.rule";
import { namesRule } from "./databases/names.rule";
import { networkRule } from "./databases/network.rule";
import { parametersRule } from "./databases/parameters.rule";
import { passwordRule } from "./databases/password.rule";
import { regionsOfDatabaseRule } from "./databases/regions-of-database.rule";
import { aliasRule } from "./keys/alias.rule";
import { disabledInUseRule } from "./keys/disabled-in-use.rule";
import { existingKeysRule } from "./keys/existing.rule";
import { fieldAppliesRule } from "./keys/field-applies.rule";
import { keyLimitsRule } from "./keys/limits.rule";
import { overrideOutsideKeySetRule } from "./keys/override-outside-key-set.rule";
import { policyAccessRule } from "./keys/policy-access.rule";
import { policyPurposeRule } from "./keys/policy-purpose.rule";
import { primaryRegionMissingRule } from "./keys/primary-region-missing.rule";
import { principalsRule } from "./keys/principals.rule";
import { purposeRule } from "./keys/purpose.rule";
import { regionsOfKeySetRule } from "./keys/regions-of-key-set.rule";
import { strategyAdviceRule } from "./keys/strategy-advice.rule";
import { knownRegionsRule } from "./regions/known-regions.rule";
import { oneSubnetGroupRule } from "./regions/one-subnet-group.rule";
import { primaryRegionRule } from "./regions/primary-region.rule";
import type { Rule } from "./rule";
import { controlCharactersRule } from "./spec/control-characters.rule";
import { emptyDeploymentRule } from "./spec/empty-deployment.rule";

/** Every rule that holds for all providers. */
export const neutralRules: readonly Rule[] = [
  controlCharactersRule,
  emptyDeploymentRule,
  knownRegionsRule,
  primaryRegionRule,
  oneSubnetGroupRule,
  regionsOfKeySetRule,
  overrideOutsideKeySetRule,
  primaryRegionMissingRule,
  fieldAppliesRule,
  purposeRule,
  keyLimitsRule,
  aliasRule,
  principalsRule,
  policyAccessRule,
  policyPurposeRule,
  existingKeysRule,
  strategyAdviceRule,
  disabledInUseRule,
  regionsOfDatabaseRule,
  keysOfDatabaseRule,
  engineRule,
  instancesRule,
  namesRule,
  databaseLimitsRule,
  monitoringRule,
  passwordRule,
  networkRule,
  parametersRule,
];
