import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { createSourceFile } from "../diagnostics/source-file";
import type { TerraformProgram } from "../terraform/program";
import { peerDependencies } from "./version";

/**
 * What there is to say when a package is not installed that `synth` needs: who only emits Terraform needs none of
 * them. Undefined for every other error.
 */
export function missingPackage(
  error: unknown,
  programs: readonly TerraformProgram[],
): Diagnostic | undefined {
  const name = peerNotFound(error);
  if (name === undefined) return undefined;
  const parameters = { package: name, install: installCommand(programs) };
  return createDiagnostic("output/missing-package", parameters, createSourceFile("synth", ""), {
    start: 0,
    end: 0,
  });
}

/** The peer that Node did not find, or a part of it. */
function peerNotFound(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || error.code !== "MODULE_NOT_FOUND") return undefined;
  const module = /^Cannot find module '([^']+)'/.exec(error.message)?.[1];
  return Object.keys(peerDependencies).find(
    (name) => module === name || module?.startsWith(`${name}/`) === true,
  );
}

/** Installs cdktf and the bindings of the providers that are used. A range has spaces and angles in it. */
function installCommand(programs: readonly TerraformProgram[]): string {
  const providers = programs.flatMap(({ requiredProviders }) => requiredProviders.map(({ name }) => name));
  const bindings = new Set(providers.map((name) => `@cdktf/provider-${name}`));
  const wanted = Object.entries(peerDependencies)
    .filter(([name]) => bindings.has(name) || !name.startsWith("@cdktf/"))
    .map(([name, version]) => `${name}@${version}`);
  return ["npm install", ...wanted.map((one) => (/[<> ]/.test(one) ? `"${one}"` : one))].join(" ");
}
