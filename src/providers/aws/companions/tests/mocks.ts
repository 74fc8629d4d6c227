import { invariant } from "../../../../base/invariant";
import { sortedBy, sortedUnique } from "../../../../base/ordering";
import type { TestBlock, TestItem } from "../../../../terraform/companion";
import type { ReferenceExpression, Value } from "../../../../terraform/expression";
import { toSnakeCase } from "../../../../terraform/names";
import { aliasOf } from "../../../../terraform/placement";
import { addressOf, type InputVariable, type ResourceElement } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import { referencesInBody } from "../../../../terraform/rewrite";
import { stateName } from "../../../../terraform/split";
import { arnAttributeOf, FILLED_IN, mockArn, mockName } from "./mock-values";
import { arnOf, isKeyElement, placeIn, serviceKeyArn, type TestSubject } from "./subject";
import { attributeOf, duringPlan, testArgument, testBlock } from "../../../common/companions/test-block";

/*
 * What stands in for AWS and for other stacks, so that the tests need no account: a provider for each Region
 * whose resources say that they are there, and the data that the root module reads.
 */

/** The blocks at the top of a test file. */
export function mocks(subject: TestSubject): readonly TestBlock[] {
  return [
    ...subject.program.providers.map(({ region }) => mockProvider(subject, region)),
    ...dataOverrides(subject),
    ...variableValues(subject),
  ];
}

/** A provider block of the root module, with what it would answer for each resource type that it serves. */
function mockProvider(subject: TestSubject, region: string): TestBlock {
  const { program } = subject;
  const alias = aliasOf(region, program);
  const served = elementsOf(program).filter(
    (element) =>
      element.kind === "resource" &&
      (program.placementStyle === "argument" || (element.region ?? program.defaultRegion) === region),
  );
  const types = sortedUnique(served.map(({ type }) => type)).flatMap((type): TestItem[] => {
    const defaults = defaultsOf(subject, type, region);
    if (Object.keys(defaults).length === 0) return [];
    return [
      { kind: "block", block: testBlock("mock_resource", [type], [testArgument("defaults", defaults)]) },
    ];
  });
  const items = [duringPlan(), ...types];
  return testBlock(
    "mock_provider",
    ["aws"],
    alias === undefined ? items : [testArgument("alias", alias), ...items],
  );
}

function defaultsOf(subject: TestSubject, type: string, region: string): Record<string, Value> {
  const arn = mockArn(type, "any", placeIn(subject, region));
  const attribute = arnAttributeOf(type);
  return {
    ...(arn === undefined || attribute === undefined ? {} : { [attribute]: arn }),
    ...FILLED_IN[type],
    ...secretOf(subject, type, region),
  };
}

/** The secret that AWS keeps a password in, where an output names it. */
function secretOf(subject: TestSubject, type: string, region: string): Record<string, Value> {
  if (!subject.secretTypes.has(type)) return {};
  const { partition, account } = subject;
  const secret = {
    kms_key_id: serviceKeyArn(subject, region),
    secret_arn: `arn:${partition.name}:secretsmanager:${region}:${account}:secret:any`,
    secret_status: "active",
  };
  return { master_user_secret: [secret] };
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
    case "aws_caller_identity":
      return { account_id: subject.account };
    case "aws_kms_key":
      return { arn: serviceKeyArn(subject, element.region ?? subject.program.defaultRegion) };
    default:
      return { outputs: remoteOutputs(subject, element) };
  }
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

/** What an attribute of a resource of another stack is mocked as: what is written there, its ARN, or a name. */
function mockAttribute(subject: TestSubject, { steps }: ReferenceExpression): string {
  const [type = "", name = "", attribute = ""] = steps;
  const element = subject.all.get(`${type}.${name}`);
  invariant(element !== undefined, `${type}.${name} is in no stack`);
  const arn = attribute === "arn" ? arnOf(subject, element) : undefined;
  const written = element.body.find(
    (item) => item.kind === "argument" && toSnakeCase(item.name) === attribute,
  );
  const isText = written?.kind === "argument" && written.value.kind === "literal";
  return arn ?? (isText ? String(written.value.value) : mockName(element));
}

/** A value for every variable that must be given one. */
function variableValues({ program }: TestSubject): readonly TestBlock[] {
  const required = program.variables.filter((variable) => variable.default === undefined);
  if (required.length === 0) return [];
  return [
    testBlock(
      "variables",
      [],
      required.map((variable) => testArgument(variable.name, exampleOf(variable))),
    ),
  ];
}

function exampleOf({ type }: InputVariable): Value {
  return type === "number" ? 1 : "only-for-tests";
}

/**
 * Gives every key, and whatever members are made from, a name of its own. Nothing of the provider's mocks is left
 * for a resource that is overridden.
 */
export function ownNames(subject: TestSubject): readonly TestBlock[] {
  return [...subject.own.values()].flatMap((element) => {
    const values = ownValues(subject, element);
    if (values === undefined) return [];
    return [
      testBlock(
        "override_resource",
        [],
        [testArgument("target", attributeOf(element)), duringPlan(), testArgument("values", values)],
      ),
    ];
  });
}

function ownValues(subject: TestSubject, element: ResourceElement): Value | undefined {
  const arn = arnOf(subject, element);
  if (isKeyElement(element)) return { arn };
  const region = element.region ?? subject.program.defaultRegion;
  if (element.type === "aws_db_instance") return { arn, ...secretOf(subject, element.type, region) };
  return element.type === "aws_rds_global_cluster" ? { arn, id: mockName(element) } : undefined;
}
