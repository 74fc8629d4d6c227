import type { TestBlock } from "../../../../terraform/companion";
import type { Value } from "../../../../terraform/expression";
import { addressOf, type ResourceElement } from "../../../../terraform/program";
import {
  dataOverrides,
  remoteOutputs,
  resourceOverrides,
  variableValues,
  writtenText,
} from "../../../common/companions/stand-ins";
import { duringPlan, testBlock } from "../../../common/companions/test-block";
import { ringIdOf, type TestSubject } from "./subject";

/*
 * What stands in for Google Cloud and for other stacks, so that the tests need no project: key rings and keys have the
 * full names that they would have, so that a key of another location is noticed.
 */

/** What a project's number is mocked as, where the spec does not say it. */
const MOCK_NUMBER = "123456789012";

/** The blocks at the top of a test file. */
export function mocks(subject: TestSubject): readonly TestBlock[] {
  return [
    ...subject.program.requiredProviders.map(({ name }) =>
      testBlock("mock_provider", [name], [duringPlan()]),
    ),
    ...dataOverrides(subject, (element) => dataValues(subject, element)),
    ...nameOverrides(subject),
    ...variableValues(subject.program),
  ];
}

function dataValues(subject: TestSubject, element: ResourceElement): Value {
  switch (element.type) {
    case "google_project":
      return { number: MOCK_NUMBER };
    case "google_kms_key_ring":
      return { id: fullName(subject, addressOf(element)) };
    default:
      return {
        outputs: remoteOutputs(subject, element, (one, attribute) => mockAttribute(subject, one, attribute)),
      };
  }
}

/** The full names of key rings and keys, and a service agent as a policy takes it. */
function nameOverrides(subject: TestSubject): readonly TestBlock[] {
  return resourceOverrides(subject, (element) => ownValues(subject, element));
}

function ownValues(subject: TestSubject, element: ResourceElement): Value | undefined {
  if (element.type === "google_project_service_identity") return { member: mockMember(element) };
  const name = fullName(subject, addressOf(element));
  return name === undefined ? undefined : { id: name };
}

function mockMember({ name }: ResourceElement): string {
  return `serviceAccount:${name.replace(/_/g, "-")}@agents.iam.gserviceaccount.com`;
}

function fullName(subject: TestSubject, address: string): string | undefined {
  for (const tested of subject.keys) {
    if (tested.address === address) return tested.fullName;
    if (tested.ring === address) return ringIdOf(subject, tested);
  }
  return undefined;
}

/** An attribute of another stack's resource: its full name, what is written there, or a name. */
function mockAttribute(subject: TestSubject, element: ResourceElement, attribute: string): Value {
  if (attribute === "id") return fullName(subject, addressOf(element)) ?? element.name;
  if (attribute === "member") return mockMember(element);
  return writtenText(element, attribute) ?? element.name.replace(/_/g, "-");
}
