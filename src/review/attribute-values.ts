import { isPresent } from "../base/present";
import { late, type LiveBehaviour, type ReviewValue } from "../terraform/live-behaviour";
import type { ArgumentValues } from "./compare-arguments";
import type { Configuration, RawRecord, ResourceBlock, RootModule } from "./configuration";
import { createEvaluator, stepInto, type Evaluator } from "./evaluate";
import type { ReferenceSteps } from "./expression-text";
import { referencedBlocks } from "./references";

/** What the arguments of a configuration are worth. */
export interface AttributeValues {
  readonly evaluate: (root: RootModule, given: RawRecord) => ArgumentValues;
  /** The arguments of the provider block that a resource uses. */
  readonly providerOf: (root: RootModule, block: ResourceBlock) => ArgumentValues;
  readonly regionOf: (root: RootModule, block: ResourceBlock, values: ArgumentValues) => string | undefined;
}

/** What becomes of a resource: the place it is known by, and itself if its computed attributes are not known. */
export type FateOf = (
  root: RootModule,
  block: ResourceBlock,
) => { readonly place: string; readonly causes: readonly string[] };

/** Reads a configuration in which resources have these fates. */
export function createValues(
  configuration: Configuration,
  behaviour: LiveBehaviour,
  fateOf: FateOf,
): AttributeValues {
  const attributeOf = (root: RootModule, block: ResourceBlock, steps: ReferenceSteps): ReviewValue => {
    const [attribute = "", ...rest] = steps;
    const text = `${block.address}.${steps.join(".")}`;
    const given = block.arguments[attribute];
    if (given !== undefined) return stepInto(evaluator.evaluate(root, given), rest, text);
    const type = behaviour.types.get(block.type);
    const made = type?.attributes?.[attribute];
    const follows = () => (made === undefined ? undefined : attributeFrom(made, root, block));
    if (block.kind === "data") return follows() ?? dataAttribute(root, block, steps);
    const { place, causes } = fateOf(root, block);
    if (causes.length > 0) return late(`\${${text}}`, causes);
    const alias = attribute === "id" ? type?.idIs : undefined;
    if (alias !== undefined) return attributeOf(root, block, [alias, ...rest]);
    return follows() ?? late(`\${${place}.${steps.join(".")}}`);
  };
  /** An attribute that follows from arguments; what is not given is the provider block's. */
  const attributeFrom = (made: string, root: RootModule, block: ResourceBlock): string | undefined => {
    const parts = made.split(/\{(\w+)\}/).map((part, index) => {
      if (index % 2 === 0) return part;
      const given = block.arguments[part] ?? root.providers.get(block.provider)?.[part];
      const value = given === undefined ? undefined : evaluator.evaluate(root, given);
      return typeof value === "string" ? value : undefined;
    });
    return parts.every(isPresent) ? parts.join("") : undefined;
  };
  /** Two data sources that ask the same question answer the same, whatever they are called. */
  const dataAttribute = (root: RootModule, block: ResourceBlock, steps: ReferenceSteps): ReviewValue => {
    const asked = evaluator.evaluate(root, block.arguments);
    const region = regionOf(root, block, asked as ArgumentValues);
    return late(`\${data.${block.type}(${JSON.stringify(asked)}, ${region ?? ""}).${steps.join(".")}}`);
  };
  const evaluator: Evaluator = createEvaluator(configuration, attributeOf);
  const evaluate = (root: RootModule, given: RawRecord) => evaluator.evaluate(root, given) as ArgumentValues;
  const providerOf = (root: RootModule, block: ResourceBlock) =>
    evaluate(root, root.providers.get(block.provider) ?? {});
  const regionOf = (root: RootModule, block: ResourceBlock, values: ArgumentValues): string | undefined =>
    behaviour.regionOf(block.type, { provider: providerOf(root, block), arguments: values }) ??
    regionOfHost(root, block);
  /** The Region of what an argument refers to, where the resource stands in the same one. */
  const regionOfHost = (root: RootModule, block: ResourceBlock): string | undefined => {
    const argument = behaviour.types.get(block.type)?.standsIn;
    const value = argument === undefined ? undefined : block.arguments[argument];
    if (value === undefined) return undefined;
    const [host] = referencedBlocks(configuration, root, value);
    if (host === undefined) return undefined;
    return regionOf(host.root, host.block, evaluate(host.root, host.block.arguments));
  };
  return { evaluate, providerOf, regionOf };
}
