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
 * Whether the provider at hand can load a root module. The `region` argument of resources came with version 6:
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
 */
export function canLoad({ placementStyle }: TerraformProgram): boolean {
  if (placementStyle === "alias") return true;
  const versions = process.env[prepared.providerVersions] ?? "";
  return versions === "any" || versions.split(" ").some((version) => Number.parseInt(version, 10) >= 6);
}

/** What `terraform init` says of a root module that needs a newer provider than is at hand. */
export const PROVIDER_TOO_OLD = /no available releases match the given constraints >= 6\.0\.0/;
