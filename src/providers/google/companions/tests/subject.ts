import { mustGet } from "../../../../base/invariant";
import type { RegionName } from "../../../../base/names";
import { isManagedKey, type KeySet, type ManagedKey } from "../../../../model/key";
import type { Value } from "../../../../terraform/expression";
import { toIdentifier } from "../../../../terraform/names";
import { addressOf, type ResourceElement, type TerraformProgram } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import { attributeOf } from "../../../common/companions/test-block";
import type { LoweringRequest } from "../../../provider";
import { createContext, type LoweringContext } from "../../lowering/context";
import { fullKeyName, fullRingName, locationOf } from "../guide/guide-subject";

/** A root module under test, among the others of its deployment. */
export interface TestSubject extends LoweringContext {
  readonly program: TerraformProgram;
  /** Elements of this root module by address. */
  readonly own: ReadonlyMap<string, ResourceElement>;
  /** Elements of all root modules by address. */
  readonly all: ReadonlyMap<string, ResourceElement>;
  readonly programs: ReadonlyMap<string, TerraformProgram>;
  readonly keys: readonly TestedKey[];
}

/** A key that the deployment creates. */
export interface TestedKey {
  readonly keySet: KeySet;
  readonly key: ManagedKey;
  readonly location: string;
  /** Addresses of the key and of its ring. */
  readonly address: string;
  readonly ring: string;
  /** What the key is called where it stands. */
  readonly fullName: string;
}

/** The root modules of a deployment as what is tested. */
export function testSubjects(
  request: LoweringRequest,
  programs: readonly TerraformProgram[],
): readonly TestSubject[] {
  const context = createContext(request);
  const index = (elements: readonly ResourceElement[]) =>
    new Map(elements.map((element) => [addressOf(element), element]));
  const all = index(programs.flatMap(elementsOf));
  const byName = new Map(programs.map((program) => [program.name, program]));
  const keys = testedKeys(context);
  return programs.map((program) => ({
    ...context,
    program,
    own: index(elementsOf(program)),
    all,
    programs: byName,
    keys,
  }));
}

function testedKeys(context: LoweringContext): readonly TestedKey[] {
  const { plan, request } = context;
  const isRead = request.provider.keyRing?.existing === true;
  return plan.keySets.flatMap((keySet) =>
    [...keySet.keyIn.values()].filter(isManagedKey).map((key) => {
      const location = locationOf(key);
      return {
        keySet,
        key,
        location,
        address: `google_kms_crypto_key.${toIdentifier(keySet.name, location)}`,
        ring: `${isRead ? "data." : ""}google_kms_key_ring.${toIdentifier(plan.name, location)}`,
        fullName: fullKeyName(context, keySet, key),
      };
    }),
  );
}

/** The full name of the key of a Region, as this root module reads it; undefined where no key is named. */
export function keyIdOf(subject: TestSubject, keySet: string, region: RegionName): Value | undefined {
  const planned = mustGet(new Map(subject.plan.keySets.map((one) => [one.name, one])), keySet).keyIn.get(
    region,
  );
  if (planned?.kind === "existing-key") return planned.id;
  const tested = subject.keys.find(({ keySet: one, key }) => one.name === keySet && key.region === region);
  if (tested === undefined) return undefined;
  const element = subject.own.get(tested.address);
  return element === undefined ? tested.fullName : attributeOf(element, "id");
}

/** The full name of a key ring, as a mocked provider has it. */
export function ringIdOf(subject: TestSubject, { location }: TestedKey): string {
  return fullRingName(subject, location);
}
