import * as path from "node:path";
import { compile, type Compilation, type CompiledDeployment } from "../../src/compile";
import { printText } from "../../src/diagnostics/print-text";
import { listFiles, readText } from "./repository";

/** A spec of the repository. */
export interface NamedSpec {
  /** Path from the root of the repository. */
  readonly file: string;
  /** What diagnostics and generated files call it. */
  readonly name: string;
  readonly text: string;
}

/** The specs that a user would start from. */
export function exampleSpecs(): NamedSpec[] {
  return specsIn("examples");
}

/** Specs that compile, each for one thing that the examples do not show. */
export function acceptedSpecs(): NamedSpec[] {
  return specsIn("test/scenarios/accepted");
}

/** Specs that are refused, each named after the code that it is for. */
export function refusedSpecs(): NamedSpec[] {
  return specsIn("test/scenarios/refused");
}

function specsIn(folder: string): NamedSpec[] {
  return listFiles(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => ({ file, name: path.basename(file), text: readText(file) }));
}

/** Compiles a spec that must compile. */
export function compileAccepted({
  name,
  text,
}: {
  readonly name: string;
  readonly text: string;
}): CompiledDeployment {
  const { deployment, diagnostics } = compile({ name, text });
  if (deployment === undefined)
    throw new Error(`${name} is refused:\n${printText(diagnostics, { color: false })}`);
  return deployment;
}

/** Compiles a text and prints what there is to say of it. */
export function diagnose(name: string, text: string): { readonly printed: string } & Compilation {
  const compilation = compile({ name, text });
  return { ...compilation, printed: printText(compilation.diagnostics, { color: false }) };
}
