import type { RegionName } from "../../../../base/names";
import type { KeySet } from "../../../../model/key";
import type { Value } from "../../../../terraform/expression";
import { toIdentifier } from "../../../../terraform/names";
import { referencesIn } from "../../../../terraform/rewrite";
import { addressOf, type ResourceElement, type TerraformProgram } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import type { LoweringContext } from "../../lowering-context";
import { MOCK_ACCOUNT, mockArn, mockName, type MockPlace } from "./mock-values";
import { attributeOf } from "../../../common/companions/test-block";

/** A root module under test, among the others of its deployment. */
export interface TestSubject extends Omit<LoweringContext, "account"> {
  readonly program: TerraformProgram;
  /** Elements of this root module by address. */
  readonly own: ReadonlyMap<string, ResourceElement>;
  /** Elements of all root modules by address. */
  readonly all: ReadonlyMap<string, ResourceElement>;
  readonly programs: ReadonlyMap<string, TerraformProgram>;
  readonly keySets: ReadonlyMap<string, KeySet>;
  readonly account: string;
  /** Resource types whose secret, which AWS keeps a password in, an output names. */
  readonly secretTypes: ReadonlySet<string>;
}

/** The root modules of a deployment as what is tested. */
export function testSubjects(
  context: LoweringContext,
  programs: readonly TerraformProgram[],
): readonly TestSubject[] {
  const index = (elements: readonly ResourceElement[]) =>
    new Map(elements.map((element) => [addressOf(element), element]));
  const all = index(programs.flatMap(elementsOf));
  const keySets = new Map(context.plan.keySets.map((keySet) => [keySet.name, keySet]));
  const byName = new Map(programs.map((program) => [program.name, program]));
  return programs.map((program) => ({
    ...context,
    account: context.request.provider.account ?? MOCK_ACCOUNT,
    program,
    own: index(elementsOf(program)),
    all,
    programs: byName,
    keySets,
    secretTypes: secretTypesOf(program),
  }));
}

function secretTypesOf({ outputs }: TerraformProgram): ReadonlySet<string> {
  const references = outputs.flatMap(({ value }) => referencesIn(value));
  return new Set(
    references.flatMap(({ steps: [type = "", , attribute] }) =>
      attribute === "master_user_secret" ? [type] : [],
    ),
  );
}

/** Where a mocked resource of a Region is. */
export function placeIn({ partition, account }: TestSubject, region: string): MockPlace {
  return { partition, account, region };
}

/** The mocked ARN of an element. */
export function arnOf(subject: TestSubject, element: ResourceElement): string | undefined {
  const region = element.region ?? subject.plan.primaryRegion;
  return mockArn(element.type, mockName(element), placeIn(subject, region));
}

/** The ARN of a key that is created here or by another stack. */
export function keyArnOf(subject: TestSubject, element: ResourceElement): Value {
  return subject.own.has(addressOf(element)) ? attributeOf(element, "arn") : (arnOf(subject, element) ?? "");
}

const KEY_TYPES = [
  "aws_kms_external_key",
  "aws_kms_key",
  "aws_kms_replica_external_key",
  "aws_kms_replica_key",
];

/** Whether an element is a key that is created here. */
export function isKeyElement({ kind, type }: ResourceElement): boolean {
  return kind === "resource" && KEY_TYPES.includes(type);
}

/** The element of a key, among the given ones. */
export function keyElement(
  elements: ReadonlyMap<string, ResourceElement>,
  { name }: KeySet,
  region: RegionName,
): ResourceElement | undefined {
  const addresses = KEY_TYPES.map((type) => `${type}.${toIdentifier(name, region)}`);
  return addresses.map((address) => elements.get(address)).find((element) => element !== undefined);
}

/** The ARN of the AWS managed key of a Region. */
export function serviceKeyArn({ partition, account }: TestSubject, region: string): string {
  return `arn:${partition.name}:kms:${region}:${account}:key/aws-managed-key-of-rds`;
}
