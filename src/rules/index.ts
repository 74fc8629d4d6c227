import { backupsRule } from "./databases/backups.rule";
import { capacityRule } from "./databases/capacity.rule";
import { databaseFieldAppliesRule } from "./databases/field-applies.rule";
import { instancesRule } from "./databases/instances.rule";
import { keyStrategyRule } from "./databases/key-strategy.rule";
import { keysOfDatabaseRule } from "./databases/keys-of-database.rule";
import { licenseRule } from "./databases/license.rule";
import { databaseLimitsRule } from "./databases/limits.rule";
import { localeRule } from "./databases/locale.rule";
import { monitoringRule } from "./databases/monitoring.rule";
import { namesRule } from "./databases/names.rule";
import { networkRule } from "./databases/network.rule";
import { parametersRule } from "./databases/parameters.rule";
import { passwordRule } from "./databases/password.rule";
import { regionsOfDatabaseRule } from "./databases/regions-of-database.rule";
import { replicasRule } from "./databases/replicas.rule";
import { topologyRule } from "./databases/topology.rule";
import { windowsRule } from "./databases/windows.rule";
import { aliasRule } from "./keys/alias.rule";
import { disabledInUseRule } from "./keys/disabled-in-use.rule";
import { existingKeysRule } from "./keys/existing.rule";
import { fieldAppliesRule } from "./keys/field-applies.rule";
import { grantsRule } from "./keys/grants.rule";
import { keyLimitsRule } from "./keys/limits.rule";
import { multiRegionSupportRule } from "./keys/multi-region-support.rule";
import { overrideOutsideKeySetRule } from "./keys/override-outside-key-set.rule";
import { databaseOperatorRule } from "./keys/database-operator.rule";
import { policyPurposeRule } from "./keys/policy-purpose.rule";
import { primaryRegionMissingRule } from "./keys/primary-region-missing.rule";
import { principalsRule } from "./keys/principals.rule";
import { purposeRule } from "./keys/purpose.rule";
import { regionsOfKeySetRule } from "./keys/regions-of-key-set.rule";
import { replicaOfDisabledKeyRule } from "./keys/replica-of-disabled-key.rule";
import { replicaRegionsRule } from "./keys/replica-regions.rule";
import { keySpecRule } from "./keys/spec.rule";
import { strategyAdviceRule } from "./keys/strategy-advice.rule";
import { withoutUseRule } from "./keys/without-use.rule";
import { knownRegionsRule } from "./regions/known-regions.rule";
import { oneSubnetGroupRule } from "./regions/one-subnet-group.rule";
import { primaryRegionRule } from "./regions/primary-region.rule";
import type { Rule } from "./rule";
import { controlCharactersRule } from "./spec/control-characters.rule";
import { emptyDeploymentRule } from "./spec/empty-deployment.rule";
import { formerNamesRule } from "./spec/former-names.rule";

/** Every rule that holds for all providers. */
export const neutralRules: readonly Rule[] = [
  ...[controlCharactersRule, emptyDeploymentRule, formerNamesRule],
  ...[knownRegionsRule, primaryRegionRule, oneSubnetGroupRule],
  ...[
    regionsOfKeySetRule,
    overrideOutsideKeySetRule,
    primaryRegionMissingRule,
    fieldAppliesRule,
    purposeRule,
  ],
  ...[keySpecRule, keyLimitsRule, aliasRule, principalsRule, grantsRule, replicaRegionsRule],
  ...[replicaOfDisabledKeyRule, withoutUseRule],
  ...[databaseOperatorRule, policyPurposeRule, existingKeysRule, strategyAdviceRule, multiRegionSupportRule],
  ...[disabledInUseRule, topologyRule, databaseFieldAppliesRule, regionsOfDatabaseRule, keysOfDatabaseRule],
  ...[keyStrategyRule, instancesRule, capacityRule, replicasRule, backupsRule, windowsRule, licenseRule],
  ...[namesRule, localeRule, databaseLimitsRule, monitoringRule, passwordRule, networkRule, parametersRule],
];
