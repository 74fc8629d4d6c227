import type { CompiledDeployment } from "../../../src/compile";
import { admitsBetween } from "../../../src/providers/common/version-constraint";
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

/** Every root module of a deployment on AWS. */
export function awsPrograms(): readonly NamedProgram[] {
  return programsOf(acceptedDeployments().filter(isOnAws));
}

/** Whether a deployment is on AWS, whose provider and stand-ins the tests have. */
export function isOnAws({ deployment }: AcceptedDeployment): boolean {
  return deployment.providerName === "aws";
}

/** Whether a root module admits the Terraform and versions of the providers that are at hand. */
export function canLoad({ requiredVersion, requiredProviders }: TerraformProgram): boolean {
  return (
    admits(requiredVersion, process.env[prepared.terraformVersion] ?? "") &&
    requiredProviders.every(({ name, version: constraint }) => {
      const versions = versionsAtHand(name);
      return versions.includes("any") || versions.some((version) => admits(constraint, version));
    })
  );
}

/** Why a root module cannot even be initialized: a provider of which no version is at hand. */
export function reasonToSkip({ requiredProviders }: TerraformProgram): string | undefined {
  const missing = requiredProviders.filter(({ name }) => versionsAtHand(name).length === 0);
  if (missing.length === 0) return undefined;
  return `the mirror has no ${missing.map(({ source }) => source).join(", no ")}`;
}

function versionsAtHand(provider: string): readonly string[] {
  const all = JSON.parse(process.env[prepared.providerVersions] ?? "{}") as Record<string, readonly string[]>;
  return all[provider] ?? [];
}

/** Whether a root module may be applied with provider 5, whichever is at hand. */
export function admitsProvider5({ requiredProviders }: TerraformProgram): boolean {
  return requiredProviders.every(({ version }) => admitsBetween(version, [5, 0, 0], [6, 0, 0]));
}

/** What `terraform init` says of a root module that needs something newer than is at hand. */
export const TOO_OLD = /no available releases match the given constraints|Unsupported Terraform Core version/;

function admits(constraint: string, version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  return admitsBetween(constraint, [major, minor, patch], [major, minor, patch + 1]);
}
