import * as path from "node:path";
import { compile, type Compilation, type CompiledDeployment } from "../compile";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { createSourceFile } from "../diagnostics/source-file";
import { locate } from "../spec/locate";
import type { Host } from "./host";
import type { CommonOptions } from "./options";
import { workThrough } from "./progress";
import { readSource, STANDARD_INPUT } from "./read-source";
import { report } from "./report";

/** A spec that compiled. */
export interface ReadSpec {
  /** As given on the command line. */
  readonly argument: string;
  /** File name without folders: what generated files name as their source. */
  readonly name: string;
  readonly deployment: CompiledDeployment;
}

/** Specs as they were read: those that compiled, and what there is to say of all of them. */
export interface ReadResult {
  readonly compiled: readonly ReadSpec[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and compiles specs, and prints what there is to say of all of them. Undefined when the run must end
 * there.
 */
export function readSpecs(
  host: Host,
  specs: readonly string[],
  options: CommonOptions,
): readonly ReadSpec[] | undefined {
  const { compiled, diagnostics } = compileSpecs(host, specs, options);
  return report(host, diagnostics, options) ? compiled : undefined;
}

/** Reads and compiles specs; for commands that have more to say and print it in one report. */
export function compileSpecs(host: Host, specs: readonly string[], options: CommonOptions): ReadResult {
  const results = workThrough(host, options, {
    doing: "compiling",
    items: withoutRepetitions(specs),
    nameOf: (argument) => argument,
    act: (argument) => ({ argument, ...readSpec(host, argument) }),
  });
  const diagnostics = [...results.flatMap((result) => result.diagnostics), ...duplicates(results)];
  const compiled = results.flatMap(({ argument, deployment }) => {
    if (deployment === undefined) return [];
    const name = argument === STANDARD_INPUT ? "standard input" : path.basename(argument);
    return [{ argument, name, deployment }];
  });
  return { compiled, diagnostics };
}

/** A file that several patterns of a command line match is one spec. */
function withoutRepetitions(specs: readonly string[]): readonly string[] {
  const paths = specs.map((spec) => path.normalize(spec));
  return specs.filter((_, index) => paths.indexOf(paths[index] ?? "") === index);
}

function readSpec(host: Host, argument: string): Compilation {
  const { value, diagnostics } = readSource(host, argument);
  if (value === undefined) return { file: createSourceFile(argument, ""), diagnostics };
  return compile({ name: value.name, text: value.text });
}

/** Two specs with the same name would write the same folder and the same stacks. */
function duplicates(results: readonly Compilation[]): Diagnostic[] {
  const first = new Map<string, Compilation>();
  return results.flatMap((result): Diagnostic[] => {
    const { deployment, document, file } = result;
    if (deployment === undefined || document === undefined) return [];
    const { name } = deployment.plan;
    const other = first.get(name);
    first.set(name, other ?? result);
    if (other === undefined) return [];
    const range = locate(document.root, ["name"], "value");
    return [createDiagnostic("output/duplicate-deployment", { name, other: other.file.name }, file, range)];
  });
}
