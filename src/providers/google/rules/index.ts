import type { Rule } from "../../../rules/rule";
import { terraformBlockRule } from "../../common/rules/terraform-block.rule";
import { addressesRule } from "./addresses.rule";
import { backendRule } from "./backend.rule";
import { defaultEncryptionRule } from "./default-encryption.rule";
import { drReplicaRule } from "./dr-replica.rule";
import { editionsRule } from "./editions.rule";
import { ekmConnectionsRule } from "./ekm-connections.rule";
import { fieldAppliesRule } from "./field-applies.rule";
import { identifiersRule } from "./identifiers.rule";
import { keyLocationsRule } from "./key-locations.rule";
import { keySpecsRule } from "./key-specs.rule";
import { keyVersionsRule } from "./key-versions.rule";
import { labelsRule } from "./labels.rule";
import { machinesRule } from "./machines.rule";
import { providerBlockRule } from "./provider-block.rule";
import { providerVersionRule } from "./provider-version.rule";
import { replicaFlagsRule } from "./replica-flags.rule";
import { rotationRule } from "./rotation.rule";
import { separateDutiesRule } from "./separate-duties.rule";
import { settingsWithoutUseRule } from "./settings-without-use.rule";
import { unverifiedRule } from "./unverified.rule";
import { windowsOnTheHourRule } from "./windows-on-the-hour.rule";

/** Rules about fields and limits that only Google Cloud has, and about the root modules it is written to. */
export const googleRules: readonly Rule[] = [
  ...[providerBlockRule, providerVersionRule, terraformBlockRule, backendRule, labelsRule],
  ...[keyLocationsRule, keySpecsRule, rotationRule, keyVersionsRule, ekmConnectionsRule],
  ...[separateDutiesRule, defaultEncryptionRule, fieldAppliesRule, machinesRule, editionsRule, drReplicaRule],
  ...[replicaFlagsRule, windowsOnTheHourRule, identifiersRule, addressesRule, unverifiedRule],
  settingsWithoutUseRule,
];
