import type { CompiledDeployment } from "../../../src/compile";
import type { TerraformProgram } from "../../../src/terraform/program";
import { acceptedSpecs, compileAccepted, exampleSpecs, type NamedSpec } from "../specs";
import { prepared } from "./prepare-terraform";

/** A spec that compiles, and its deployment. */
export interface AcceptedDeployment {
  readonly spec: NamedSpec;
  readonly deployment: CompiledDeployment;
}

/** A root module of a deployment, as the tests name it. */
export interface NamedProgram extends AcceptedDeployment {
  readonly title: string;
  readonly program: TerraformProgram;
}

/** Every deployment of the examples and of the accepted scenarios. */
export function acceptedDeployments(): readonly AcceptedDeployment[] {
  return [...exampleSpecs(), ...acceptedSpecs()].map((spec) => ({ spec, deployment: compileAccepted(spec) }));
}

/** Every root module of these deployments. */
export function programsOf(deployments: readonly AcceptedDeployment[]): readonly NamedProgram[] {
  return deployments.flatMap((accepted) =>
    accepted.deployment.programs.map((program) => ({
      ...accepted,
      program,
      title: `${program.name} (${accepted.spec.file})`,
    })),
  );
}

/**
 * Why a root module cannot be loaded with the provider at hand; undefined when it can. The `region` argument of
 * resources came with version 6: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 */
export function reasonNotToLoad({ placementStyle }: TerraformProgram): string | undefined {
  if (placementStyle === "alias") return undefined;
  const versions = process.env[prepared.providerVersions] ?? "";
  const hasSix =
    versions === "any" || versions.split(" ").some((version) => Number.parseInt(version, 10) >= 6);
  return hasSix ? undefined : `it needs provider 6, and only ${versions} is here`;
}
