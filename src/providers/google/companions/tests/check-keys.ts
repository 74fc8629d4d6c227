import { mustGet } from "../../../../base/invariant";
import { call, operation, reference, type Expression } from "../../../../terraform/expression";
import { toIdentifier } from "../../../../terraform/names";
import { addressOf, type ResourceElement } from "../../../../terraform/program";
import { referencesInBody } from "../../../../terraform/rewrite";
import { attributeOf, type Assertion } from "../../../common/companions/test-block";
import { protectionLevel } from "../../catalog/key-specs";
import type { TestSubject, TestedKey } from "./subject";

const DAY = 86_400;

/** Each key is in the key ring of its own location, opened to the agents, and named by the outputs. */
export function checkKeyRelations(subject: TestSubject): readonly Assertion[] {
  return ownKeys(subject).flatMap(({ tested, element }) => [
    checkRing(subject, tested, element),
    ...checkMembers(subject, tested, element),
    checkOutput(tested, element),
  ]);
}

/** What each key is by itself: rotation, waiting period, protection. */
export function checkKeySettings(subject: TestSubject): readonly Assertion[] {
  return ownKeys(subject).map(({ tested: { keySet, key, location }, element }) => {
    const rotation =
      key.kind !== "replica-key" && key.rotation.kind === "automatic"
        ? [operation(attributeOf(element, "rotation_period"), "==", `${key.rotation.periodDays * DAY}s`)]
        : [];
    const waiting = `${key.settings.deletionWindowDays * DAY}s`;
    const level = protectionLevel(keySet.protection);
    return {
      conditions: [
        ...rotation,
        operation(attributeOf(element, "destroy_scheduled_duration"), "==", waiting),
        operation(attributeOf(element, "version_template", "0", "protection_level"), "==", level),
      ],
      message: `The key of ${keySet.name} in ${location} is not what the spec asks for.`,
    };
  });
}

interface OwnKey {
  readonly tested: TestedKey;
  readonly element: ResourceElement;
}

function ownKeys({ keys, own }: TestSubject): readonly OwnKey[] {
  return keys.flatMap((tested) => {
    const element = own.get(tested.address);
    return element === undefined ? [] : [{ tested, element }];
  });
}

function checkRing(
  { own }: TestSubject,
  { keySet, location, ring }: TestedKey,
  element: ResourceElement,
): Assertion {
  const ringElement = mustGet(own, ring);
  return {
    conditions: [
      operation(attributeOf(element, "key_ring"), "==", attributeOf(ringElement, "id")),
      ...(ringElement.kind === "data"
        ? []
        : [operation(attributeOf(ringElement, "location"), "==", location)]),
    ],
    message: `The key of ${keySet.name} in ${location} is created in another location.`,
  };
}

/** Whoever is let in is let in to this key, and nobody but those whom the spec names. */
function checkMembers(subject: TestSubject, { keySet, location }: TestedKey, element: ResourceElement) {
  const members = [...subject.own.values()].filter((member) => opens(member, element));
  const conditions = members.flatMap((member): Expression<boolean>[] => [
    operation(attributeOf(member, "crypto_key_id"), "==", attributeOf(element, "id")),
    operation(call("contains", EVERYONE, attributeOf(member, "member")), "==", false),
  ]);
  if (conditions.length === 0) return [];
  return [
    {
      conditions,
      message: `A member of ${keySet.name} in ${location} is let in to another key, or everyone is.`,
    },
  ];
}

function opens(member: ResourceElement, key: ResourceElement): boolean {
  if (member.type !== "google_kms_crypto_key_iam_member") return false;
  const references = referencesInBody(member.body).map(({ steps }) => steps.join("."));
  return references.includes(`${addressOf(key)}.id`);
}

const EVERYONE = ["allUsers", "allAuthenticatedUsers"];

function checkOutput({ keySet, key }: TestedKey, element: ResourceElement): Assertion {
  const output = toIdentifier(keySet.name, "key_ids");
  const regions = key.kind === "location-key" ? key.regions : [key.region];
  return {
    conditions: regions.map((region) =>
      operation(reference("output", output, region), "==", attributeOf(element, "id")),
    ),
    message: `The output ${output} names another key in ${regions.join(", ")}.`,
  };
}
