import { invariant } from "../../base/invariant";
import { asRegionName } from "../../base/names";
import { stackOf, type DeploymentPlan, type Layer } from "../../model/plan";
import { addressOf, type ResourceElement, type TerraformProgram } from "../../terraform/program";
import {
  splitIntoStacks,
  type PlacedElement,
  type StackContents,
  type WholeProgram,
} from "../../terraform/split";
import type { LoweringRequest } from "../provider";
import { lowerBackend } from "./backend";
import { lowerMoves, type PlacedMove } from "./moves";

/** Write-only arguments need 1.11: https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only. */
const DEFAULT_TERRAFORM_VERSION = ">= 1.11.0";

/** What of a root module only its provider can say. */
export type ProviderPart = Pick<
  TerraformProgram,
  "requiredProviders" | "placementStyle" | "defaultRegion" | "providers"
>;

/** How a provider lowers: the whole of a plan, and what is its own of each root module. */
export interface Lowering {
  readonly lowerWhole: (plan: DeploymentPlan) => WholeProgram;
  readonly providerPart: (contents: StackContents) => ProviderPart;
}

/** The root modules of a request, in the order in which they are applied. */
export function lowerPrograms(
  { plan, terraform }: LoweringRequest,
  { lowerWhole, providerPart }: Lowering,
): readonly TerraformProgram[] {
  const whole = lowerWhole(plan);
  assertUniqueAddresses(whole.elements);
  const moves = lowerMoves(plan, whole.elements, (former) => lowerWhole(former).elements);
  return contentsOf(plan, whole).map((contents) => ({
    name: contents.stack,
    folder: plan.layout === "single" ? plan.name : `${plan.name}/${contents.stack}`,
    dependsOn: contents.dependsOn,
    requiredVersion: terraform.requiredVersion ?? DEFAULT_TERRAFORM_VERSION,
    backend: lowerBackend(terraform, contents.stack),
    ...providerPart(contents),
    sections: contents.sections,
    moved: movesIn(contents, moves),
    variables: contents.variables,
    outputs: contents.outputs,
  }));
}

/** Places elements in the stack of a layer and of their Region, in a file. */
export type Place = (
  layer: Layer,
  file: string,
  template: string,
) => (element: ResourceElement) => PlacedElement;

/** Where the elements of a plan are placed; one without a Region goes with the primary Region. */
export function placeIn(plan: DeploymentPlan): Place {
  return (layer, file, template) => (element) => {
    const region = asRegionName(element.region ?? plan.primaryRegion);
    return { element, stack: stackOf(plan, layer, region).name, file, template };
  };
}

/** A deployment in one root module has it also when there is nothing in it. */
function contentsOf({ name, layout }: DeploymentPlan, whole: WholeProgram): readonly StackContents[] {
  const stacks = splitIntoStacks(whole);
  const empty = { stack: name, dependsOn: [], sections: [], variables: [], outputs: [] };
  return layout === "single" && stacks.length === 0 ? [empty] : stacks;
}

function movesIn({ stack }: StackContents, moves: readonly PlacedMove[]): TerraformProgram["moved"] {
  return moves.filter((one) => one.stack === stack).map(({ moved }) => moved);
}

function assertUniqueAddresses(placed: readonly PlacedElement[]): void {
  const seen = new Set<string>();
  for (const { element } of placed) {
    const address = addressOf(element);
    invariant(!seen.has(address), `two resources have the address ${address}`);
    seen.add(address);
  }
}
