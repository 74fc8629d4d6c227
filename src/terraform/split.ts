import { groupBy } from "../base/group-by";
import { invariant, mustGet } from "../base/invariant";
import { sortedBy, sortedUnique } from "../base/ordering";
import { reference, toExpression, type ExpressionNode, type ReferenceExpression } from "./expression";
import { toIdentifier } from "./names";
import {
  addressOf,
  type InputVariable,
  type OutputValue,
  type ResourceElement,
  type Section,
} from "./program";
import { referencesIn, referencesInBody, rewriteBody } from "./rewrite";

/** An element and where it is to stand. */
export interface PlacedElement {
  readonly element: ResourceElement;
  readonly stack: string;
  readonly file: string;
  readonly template: string;
}

/** Everything of a deployment, before it is cut into stacks. */
export interface WholeProgram {
  readonly elements: readonly PlacedElement[];
  readonly variables: readonly InputVariable[];
  readonly outputs: readonly OutputValue[];
  /** The data source through which another stack's outputs are read. */
  readonly remoteState: (stack: string) => ResourceElement;
}

/** What stands in one stack. */
export interface StackContents {
  readonly stack: string;
  readonly dependsOn: readonly string[];
  readonly sections: readonly Section[];
  readonly variables: readonly InputVariable[];
  readonly outputs: readonly OutputValue[];
}

/** The file that what everything uses stands in: data sources and the state of other stacks. */
export const MAIN_SECTION = { file: "main", template: "main" };

/**
 * Cuts a deployment into its stacks. A reference to a resource of another stack becomes an output there and a
 * read of its state here; a data source is read again in every stack that uses it; a `depends_on` across stacks
 * becomes the order of the stacks. Stacks are in the order in which they are applied.
 */
export function splitIntoStacks(whole: WholeProgram): readonly StackContents[] {
  const owners = new Map(whole.elements.map((placed) => [addressOf(placed.element), placed]));
  const stacks = new Map<string, StackDraft>();
  const draftOf = (stack: string): StackDraft => {
    const draft = stacks.get(stack) ?? {
      placed: [],
      data: new Map(),
      reads: new Set(),
      after: new Set(),
      outputs: new Map(),
    };
    stacks.set(stack, draft);
    return draft;
  };
  for (const placed of whole.elements) {
    if (placed.element.kind === "data") continue;
    draftOf(placed.stack).placed.push(localize(placed, owners, draftOf));
  }
  for (const output of whole.outputs) addOutput(output, owners, draftOf);
  return inOrder(stacks).map(([stack, draft]) => contentsOf(stack, draft, whole));
}

interface StackDraft {
  readonly placed: PlacedElement[];
  /** Data sources that the stack uses, by address. */
  readonly data: Map<string, ResourceElement>;
  /** Stacks whose state is read. */
  readonly reads: Set<string>;
  /** Stacks that must be applied before. */
  readonly after: Set<string>;
  readonly outputs: Map<string, OutputValue>;
}

type Owners = ReadonlyMap<string, PlacedElement>;
type DraftOf = (stack: string) => StackDraft;

function localize(placed: PlacedElement, owners: Owners, draftOf: DraftOf): PlacedElement {
  const { stack, element } = placed;
  const body = rewriteBody(element.body, (one) => localReference(one, stack, owners, draftOf));
  const local = element.dependsOn.filter((one) => {
    const owner = mustGet(owners, addressOf(one)).stack;
    if (owner !== stack) draftOf(stack).after.add(owner);
    return owner === stack;
  });
  return { ...placed, element: { ...element, body, dependsOn: local } };
}

function localReference(
  node: ReferenceExpression,
  stack: string,
  owners: Owners,
  draftOf: DraftOf,
): ExpressionNode {
  const owner = ownerOf(node, owners);
  if (owner === undefined) return node;
  const draft = draftOf(stack);
  if (owner.element.kind === "data") {
    draft.data.set(addressOf(owner.element), owner.element);
    return node;
  }
  if (owner.stack === stack) return node;
  draft.reads.add(owner.stack);
  draft.after.add(owner.stack);
  const output = crossStackOutput(node);
  draftOf(owner.stack).outputs.set(output.name, output);
  return reference("data", "terraform_remote_state", stateName(owner.stack), "outputs", output.name);
}

/** The output through which an attribute is read by other stacks. */
function crossStackOutput(node: ReferenceExpression): OutputValue {
  const [type = "", ...rest] = node.steps;
  return {
    name: toIdentifier(type.slice(type.indexOf("_") + 1), ...rest),
    description: "Read by other stacks of the deployment.",
    value: node,
  };
}

/** The name of the data source that reads a stack's state. */
export function stateName(stack: string): string {
  return toIdentifier(stack);
}

function ownerOf({ steps }: ReferenceExpression, owners: Owners): PlacedElement | undefined {
  const [first = "", second = "", third = ""] = steps;
  return owners.get(first === "data" ? `${first}.${second}.${third}` : `${first}.${second}`);
}

/** An output stands with what it is about; one with an entry for each Region is cut along the stacks. */
function addOutput(output: OutputValue, owners: Owners, draftOf: DraftOf): void {
  const stackOf = (node: ExpressionNode): string => {
    const [owner] = referencesIn(node).flatMap((one) => ownerOf(one, owners) ?? []);
    invariant(owner !== undefined, `output ${output.name} is about nothing`);
    return owner.stack;
  };
  if (output.value.kind !== "object") {
    draftOf(stackOf(output.value)).outputs.set(output.name, output);
    return;
  }
  for (const [stack, entries] of groupBy(output.value.entries, ({ value }) => stackOf(value))) {
    const value = toExpression(Object.fromEntries(entries.map((entry) => [entry.key, entry.value])));
    draftOf(stack).outputs.set(output.name, { ...output, value });
  }
}

/** Stacks after those they depend on; where that leaves a choice, in the order in which they were met. */
function inOrder(stacks: ReadonlyMap<string, StackDraft>): readonly (readonly [string, StackDraft])[] {
  const ordered = new Map<string, StackDraft>();
  const visit = (stack: string, path: readonly string[]) => {
    invariant(!path.includes(stack), `stacks depend on each other: ${[...path, stack].join(" → ")}`);
    const draft = mustGet(stacks, stack);
    for (const earlier of sortedUnique(draft.after)) visit(earlier, [...path, stack]);
    ordered.set(stack, draft);
  };
  for (const stack of stacks.keys()) visit(stack, []);
  return [...ordered];
}

function contentsOf(stack: string, draft: StackDraft, whole: WholeProgram): StackContents {
  const main = [...sortedUnique(draft.reads).map(whole.remoteState), ...draft.data.values()];
  const first = { ...MAIN_SECTION, stack };
  const placed = [...main.map((element) => ({ ...first, element })), ...draft.placed];
  const sections = [...groupBy(placed, ({ file }) => file).values()].flatMap(toSection);
  const used = new Set(draft.placed.flatMap(({ element }) => variablesOf(element)));
  return {
    stack,
    dependsOn: sortedUnique(draft.after),
    sections,
    variables: whole.variables.filter(({ name }) => used.has(name)),
    outputs: sortedBy(draft.outputs.values(), ({ name }) => name),
  };
}

function toSection(placed: readonly PlacedElement[]): Section[] {
  return placed
    .slice(0, 1)
    .map(({ file, template }) => ({ file, template, elements: placed.map(({ element }) => element) }));
}

function variablesOf({ body }: ResourceElement): string[] {
  return referencesInBody(body).flatMap(({ steps: [first, name] }) =>
    first === "var" && name !== undefined ? [name] : [],
  );
}
