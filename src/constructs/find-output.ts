import { mustGet } from "../base/invariant";
import { Token, ref, type TerraformStack } from "../cdktf/bindings";
import { toToken } from "../cdktf/expression-to-token";
import type { ExpressionNode } from "../terraform/expression";
import { toIdentifier } from "../terraform/names";
import { printInline } from "../terraform/print-expression";
import type { TerraformProgram } from "../terraform/program";

/** A value that programs have as an output. */
export interface OutputQuery {
  /** Names of outputs, each by its words; the first that is there is meant. */
  readonly names: readonly (readonly string[])[];
  /** Of an output that is a map, the entry that is meant. */
  readonly entry?: string | undefined;
}

/** The value of an output as a token of the stack that has it; undefined when there is none. */
export function findOutput(
  { names, entry }: OutputQuery,
  programs: readonly TerraformProgram[],
  stacks: ReadonlyMap<string, TerraformStack>,
): string | undefined {
  for (const words of names) {
    const name = toIdentifier(...words);
    for (const program of programs) {
      const value = valueOf(program, name, entry);
      if (value !== undefined) return tokenOf(value, mustGet(stacks, program.name));
    }
  }
  return undefined;
}

function valueOf({ outputs }: TerraformProgram, name: string, entry?: string): ExpressionNode | undefined {
  const value = outputs.find((output) => output.name === name)?.value;
  if (entry === undefined || value === undefined) return value;
  return value.kind === "object" ? value.entries.find(({ key }) => key === entry)?.value : undefined;
}

function tokenOf(value: ExpressionNode, stack: TerraformStack): string {
  return value.kind === "reference" ? Token.asString(ref(printInline(value), stack)) : String(toToken(value));
}
