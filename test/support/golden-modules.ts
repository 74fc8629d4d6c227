import * as path from "node:path";
import type { OutputFile } from "../../src/base/output-file";
import { renderDeployment } from "../../src/render";
import type { CompiledDeployment } from "../../src/compile";
import type { TerraformProgram } from "../../src/terraform/program";
import { readModules } from "./read-module";
import { listFiles, readText } from "./repository";
import { acceptedSpecs, compileAccepted, exampleSpecs } from "./specs";

/** A deployment, and its files read back from Terraform's language. */
export interface GoldenDeployment {
  /** The spec's path from the root of the repository. */
  readonly file: string;
  readonly deployment: CompiledDeployment;
  readonly modules: readonly TerraformProgram[];
}

/**
 * The files of every spec that compiles: the examples as they stand in out/, the scenarios as they are printed.
 * Paths begin with the spec's, for some specs share their name.
 */
export function goldenFiles(): readonly OutputFile[] {
  return goldens().flatMap(({ file, files }) =>
    files.map(({ path: inside, content }) => ({ path: `${file}/${inside}`, content })),
  );
}

/** The deployment of every spec that compiles. */
export async function goldenDeployments(): Promise<readonly GoldenDeployment[]> {
  return Promise.all(
    goldens().map(async ({ file, deployment, files }) => ({
      file,
      deployment,
      modules: await readModules(files),
    })),
  );
}

function goldens() {
  const examples = exampleSpecs().map((spec) => {
    const deployment = compileAccepted(spec);
    const files = listFiles(`out/${deployment.plan.name}`);
    return {
      file: spec.file,
      deployment,
      files: files.map((file) => ({ path: path.posix.relative("out", file), content: readText(file) })),
    };
  });
  const scenarios = acceptedSpecs().map((spec) => {
    const deployment = compileAccepted(spec);
    return { file: spec.file, deployment, files: renderDeployment(deployment, spec.name) };
  });
  return [...examples, ...scenarios];
}
