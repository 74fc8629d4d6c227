import * as path from "node:path";
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

/** Every spec that compiles: the examples as they stand in out/, the scenarios as they are printed. */
export async function goldenDeployments(): Promise<readonly GoldenDeployment[]> {
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
  return Promise.all(
    [...examples, ...scenarios].map(async ({ file, deployment, files }) => ({
      file,
      deployment,
      modules: await readModules(files),
    })),
  );
}
