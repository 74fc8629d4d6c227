import { mustGet } from "../../../../base/invariant";
import { isPresent } from "../../../../base/present";
import { isManagedKey, type KeySet, type ManagedKey } from "../../../../model/key";
import { call, operation, reference, type Expression } from "../../../../terraform/expression";
import { toIdentifier } from "../../../../terraform/names";
import type { ResourceElement } from "../../../../terraform/program";
import { grantNames } from "../../lower-grants";
import { keyArnOf, keyElement, type TestSubject } from "./subject";
import { attributeOf, type Assertion } from "../../../common/companions/test-block";

/** A key of this root module, and what the plan says of it. */
interface TestedKey {
  readonly keySet: KeySet;
  readonly key: ManagedKey;
  readonly element: ResourceElement;
}

/** How keys hang together: replica keys, aliases, outputs. */
export function checkKeyRelations(subject: TestSubject): readonly Assertion[] {
  return testedKeys(subject).flatMap((tested) => [
    ...checkPrimary(subject, tested),
    checkAlias(subject, tested),
    ...checkGrants(subject, tested),
    checkOutput(subject, tested),
  ]);
}

/** What each key is by itself: its kind, its rotation, its policy. */
export function checkKeySettings(subject: TestSubject): readonly Assertion[] {
  return testedKeys(subject).flatMap((tested) => [checkState(tested), checkPolicy(tested)]);
}

function testedKeys(subject: TestSubject): readonly TestedKey[] {
  return subject.plan.keySets.flatMap((keySet) =>
    [...keySet.keyIn.values()].filter(isManagedKey).flatMap((key) => {
      const element = keyElement(subject.own, keySet, key.region);
      return element === undefined ? [] : [{ keySet, key, element }];
    }),
  );
}

function checkPrimary(subject: TestSubject, { keySet, key, element }: TestedKey): Assertion[] {
  if (key.kind !== "replica-key") return [];
  const primary = keyElement(subject.all, keySet, key.primaryRegion);
  if (primary === undefined) return [];
  return [
    {
      conditions: [operation(attributeOf(element, "primary_key_arn"), "==", keyArnOf(subject, primary))],
      message: `The replica key of ${keySet.name} in ${key.region} replicates another key than the one in ${key.primaryRegion}.`,
    },
  ];
}

/** Aliases have the Terraform name of their key, further ones something behind it; the key's own is the main one. */
function checkAlias(subject: TestSubject, { keySet, key, element }: TestedKey): Assertion {
  const alias = mustGet(subject.own, `aws_kms_alias.${element.name}`);
  return {
    conditions: [
      operation(attributeOf(alias, "target_key_id"), "==", keyIdOf(element)),
      operation(attributeOf(alias, "name"), "==", `alias/${key.settings.aliases[0] ?? ""}`),
    ],
    message: `The alias of ${keySet.name} in ${key.region} names another key.`,
  };
}

function checkGrants(subject: TestSubject, { keySet, key, element }: TestedKey): Assertion[] {
  const conditions = grantNames(keySet, key)
    .map((name) => subject.own.get(`aws_kms_grant.${name}`))
    .filter(isPresent)
    .map((grant) => operation(attributeOf(grant, "key_id"), "==", keyIdOf(element)));
  if (conditions.length === 0) return [];
  return [{ conditions, message: `A grant on ${keySet.name} in ${key.region} is on another key.` }];
}

function keyIdOf(element: ResourceElement): Expression<string> {
  return attributeOf(element, element.type === "aws_kms_external_key" ? "id" : "key_id");
}

function checkOutput(subject: TestSubject, { keySet, key, element }: TestedKey): Assertion {
  const output = toIdentifier(keySet.name, "key_arns");
  return {
    conditions: [operation(reference("output", output, key.region), "==", keyArnOf(subject, element))],
    message: `The output ${output} names another key in ${key.region}.`,
  };
}

function checkState({ keySet, key, element }: TestedKey): Assertion {
  const isExternal = keySet.origin === "external";
  const conditions: Expression<boolean>[] = [
    operation(attributeOf(element, "deletion_window_in_days"), "==", key.settings.deletionWindowDays),
  ];
  if (key.kind !== "replica-key") {
    conditions.push(operation(attributeOf(element, "multi_region"), "==", key.kind === "primary-key"));
  }
  if (!isExternal) {
    const enabled = key.kind === "replica-key" ? "enabled" : "is_enabled";
    conditions.push(operation(attributeOf(element, enabled), "==", key.settings.enabled));
  }
  if (!isExternal && key.kind !== "replica-key" && key.rotation.kind === "automatic") {
    conditions.push(
      operation(attributeOf(element, "enable_key_rotation"), "==", true),
      operation(attributeOf(element, "rotation_period_in_days"), "==", key.rotation.periodDays),
    );
  }
  return { conditions, message: `The key of ${keySet.name} in ${key.region} is not what the spec asks for.` };
}

const VIA_SERVICE = '"kms:ViaService"';
const ANY_SERVICE = '"(?:kms:ViaService|Service)"';
/** A service that a policy names, up to the Region in its name. */
const REGION_OF_SERVICE = ':\\[?"[a-z0-9-]+[.]([a-z]+(?:-[a-z]+)+-[0-9]+)[.]';

/**
 * A policy that names the services of another Region is useless there: the frequent mistake with replica keys.
 * Statements of the spec's own may well have the service of another Region as their principal.
 */
function checkPolicy({ keySet, key, element }: TestedKey): Assertion {
  const isOurs = key.settings.policy.statements.length === 0;
  const pattern = (isOurs ? ANY_SERVICE : VIA_SERVICE) + REGION_OF_SERVICE;
  const named = call("flatten", call("regexall", pattern, attributeOf(element, "policy")));
  return {
    conditions: [operation(call("length", call("setsubtract", named, [key.region])), "==", 0)],
    message: `The policy of ${keySet.name} in ${key.region} names services of another Region.`,
  };
}
