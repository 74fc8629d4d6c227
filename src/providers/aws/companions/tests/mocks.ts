import { sortedUnique } from "../../../../base/ordering";
import type { TestBlock, TestItem } from "../../../../terraform/companion";
import type { Value } from "../../../../terraform/expression";
import { aliasOf } from "../../../../terraform/placement";
import type { ResourceElement } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import { arnAttributeOf, FILLED_IN, mockArn, mockName } from "./mock-values";
import { arnOf, isKeyElement, placeIn, serviceKeyArn, type TestSubject } from "./subject";
import {
  dataOverrides,
  remoteOutputs,
  resourceOverrides,
  variableValues,
  writtenText,
} from "../../../common/companions/stand-ins";
import { duringPlan, testArgument, testBlock } from "../../../common/companions/test-block";

/*
 * What stands in for AWS and for other stacks, so that the tests need no account: a provider for each Region
 * whose resources say that they are there, and the data that the root module reads.
 */

/** The blocks at the top of a test file. */
export function mocks(subject: TestSubject): readonly TestBlock[] {
  return [
    ...subject.program.providers.map(({ region }) => mockProvider(subject, region)),
    ...dataOverrides(subject, (element) => dataValues(subject, element)),
    ...variableValues(subject.program),
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

function dataValues(subject: TestSubject, element: ResourceElement): Value {
  switch (element.type) {
    case "aws_caller_identity":
      return { account_id: subject.account };
    case "aws_kms_key":
      return { arn: serviceKeyArn(subject, element.region ?? subject.program.defaultRegion) };
    default:
      return {
        outputs: remoteOutputs(subject, element, (one, attribute) => mockAttribute(subject, one, attribute)),
      };
  }
}

/** An attribute of another stack's resource: its ARN, what is written there, or a name. */
function mockAttribute(subject: TestSubject, element: ResourceElement, attribute: string): string {
  const arn = attribute === "arn" ? arnOf(subject, element) : undefined;
  return arn ?? writtenText(element, attribute) ?? mockName(element);
}

/** Gives every key, and whatever members are made from, a name of its own. */
export function ownNames(subject: TestSubject): readonly TestBlock[] {
  return resourceOverrides(subject, (element) => ownValues(subject, element));
}

function ownValues(subject: TestSubject, element: ResourceElement): Value | undefined {
  const arn = arnOf(subject, element);
  if (isKeyElement(element)) return { arn };
  const region = element.region ?? subject.program.defaultRegion;
  if (element.type === "aws_db_instance") return { arn, ...secretOf(subject, element.type, region) };
  return element.type === "aws_rds_global_cluster" ? { arn, id: mockName(element) } : undefined;
}
