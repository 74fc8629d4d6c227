import { invariant } from "../../../../base/invariant";
import { sortedBy, sortedUnique } from "../../../../base/ordering";
import { isPresent } from "../../../../base/present";
import type { TestBlock } from "../../../../terraform/companion";
import type { ReferenceExpression, Value } from "../../../../terraform/expression";
import { toSnakeCase } from "../../../../terraform/names";
import { addressOf, type ResourceElement } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import { referencesInBody } from "../../../../terraform/rewrite";
import { stateName } from "../../../../terraform/split";
import { attributeOf, duringPlan, testArgument, testBlock } from "../../../common/companions/test-block";
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
    ...dataOverrides(subject),
    ...nameOverrides(subject),
    ...variableValues(subject),
  ];
}

function dataOverrides(subject: TestSubject): readonly TestBlock[] {
  const data = [...subject.own.values()].filter(({ kind }) => kind === "data");
  return sortedBy(data, addressOf).map((element) =>
    testBlock(
      "override_data",
      [],
      [testArgument("target", attributeOf(element)), testArgument("values", dataValues(subject, element))],
    ),
  );
}

function dataValues(subject: TestSubject, element: ResourceElement): Value {
  switch (element.type) {
    case "google_project":
      return { number: MOCK_NUMBER };
    case "google_kms_key_ring":
      return { id: fullName(subject, addressOf(element)) };
    default:
      return { outputs: remoteOutputs(subject, element) };
  }
}

/** The full names of key rings and keys, and a service agent as a policy takes it. */
function nameOverrides(subject: TestSubject): readonly TestBlock[] {
  return [...subject.own.values()]
    .filter(({ kind }) => kind === "resource")
    .map((element) => {
      const values = ownValues(subject, element);
      return values === undefined
        ? undefined
        : testBlock(
            "override_resource",
            [],
            [testArgument("target", attributeOf(element)), duringPlan(), testArgument("values", values)],
          );
    })
    .filter(isPresent);
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

/** The outputs that this root module reads from another stack's state. */
function remoteOutputs(subject: TestSubject, element: ResourceElement): Value {
  const owner = [...subject.programs.values()].find(({ name }) => stateName(name) === element.name);
  invariant(owner !== undefined, `${addressOf(element)} reads the state of no stack`);
  const names = elementsOf(subject.program)
    .flatMap(({ body }) => referencesInBody(body))
    .filter(({ steps }) => steps[1] === "terraform_remote_state" && steps[2] === element.name)
    .map(({ steps }) => steps[4] ?? "");
  return Object.fromEntries(
    sortedUnique(names).map((name) => {
      const output = owner.outputs.find((one) => one.name === name);
      invariant(output?.value.kind === "reference", `output ${name} of stack ${owner.name} is no attribute`);
      return [name, mockAttribute(subject, output.value)];
    }),
  );
}

/** What an attribute of another stack's resource is mocked as: its full name, what is written there, or a name. */
function mockAttribute(subject: TestSubject, { steps }: ReferenceExpression): Value {
  const [type = "", name = "", attribute = ""] = steps;
  const element = subject.all.get(`${type}.${name}`);
  invariant(element !== undefined, `${type}.${name} is in no stack`);
  if (attribute === "id") return fullName(subject, addressOf(element)) ?? name;
  if (attribute === "member") return mockMember(element);
  const written = element.body.find(
    (item) => item.kind === "argument" && toSnakeCase(item.name) === attribute,
  );
  const isText = written?.kind === "argument" && written.value.kind === "literal";
  return isText ? String(written.value.value) : name.replace(/_/g, "-");
}

/** A value for every variable that must be given one; all of them are passwords. */
function variableValues({ program }: TestSubject): readonly TestBlock[] {
  const required = program.variables.filter((variable) => variable.default === undefined);
  if (required.length === 0) return [];
  return [
    testBlock(
      "variables",
      [],
      required.map(({ name }) => testArgument(name, "only-for-tests")),
    ),
  ];
}
