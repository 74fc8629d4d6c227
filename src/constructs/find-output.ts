import { mustGet } from "../base/invariant";
import { Token, ref, type TerraformStack } from "../cdktf/bindings";
import { toToken } from "../cdktf/expression-to-token";
import type { ExpressionNode } from "../terraform/expression";
import { toIdentifier } from "../terraform/names";
import { printInline } from "../terraform/print-expression";
import type { TerraformProgram } from "../terraform/program";

/** The values of a construct: each with the outputs that it may be, the first that is there. */
export type ValueOutputs = Readonly<Record<string, readonly string[]>>;

/** A value of a construct. */
export interface ValueQuery {
  /** The name of the key set or database, which the names of its outputs begin with. */
  readonly of: string;
  readonly value: string;
  readonly outputs: ValueOutputs;
  /** Of an output that is a map, the entry that is meant; of a map with one entry, that one. */
  readonly entry?: string | undefined;
}

/** A value as a token of the stack that has it; undefined when there is none. */
export function findOutput(
  { of, value, outputs, entry }: ValueQuery,
  programs: readonly TerraformProgram[],
  stacks: ReadonlyMap<string, TerraformStack>,
): string | undefined {
  for (const output of outputs[value] ?? []) {
    const name = toIdentifier(of, output);
    for (const program of programs) {
      const found = valueOf(program, name, entry);
      if (found !== undefined) return tokenOf(found, mustGet(stacks, program.name));
    }
  }
  return undefined;
}

/** The values that a construct has with its engine, topology and provider. */
export function valuesThatAre({ of, outputs }: ValueQuery, programs: readonly TerraformProgram[]): string[] {
  const names = new Set(programs.flatMap((program) => program.outputs.map(({ name }) => name)));
  return Object.keys(outputs).filter((value) =>
    outputs[value]?.some((output) => names.has(toIdentifier(of, output))),
  );
}

function valueOf({ outputs }: TerraformProgram, name: string, entry?: string): ExpressionNode | undefined {
  const value = outputs.find((output) => output.name === name)?.value;
  if (value?.kind !== "object") return entry === undefined ? value : undefined;
  if (entry !== undefined) return value.entries.find(({ key }) => key === entry)?.value;
  return value.entries.length === 1 ? value.entries[0]?.value : value;
}

function tokenOf(value: ExpressionNode, stack: TerraformStack): string {
  return value.kind === "reference" ? Token.asString(ref(printInline(value), stack)) : String(toToken(value));
}
