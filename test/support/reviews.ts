import type { CompiledDeployment } from "../../src/compile";
import { providerNamed } from "../../src/providers/registry";
import { renderDeployment } from "../../src/render";
import type { ReviewedFile } from "../../src/review/configuration";
import { createHclParser } from "../../src/review/hcl-json";
import { readConfiguration } from "../../src/review/read-configuration";
import { reviewConfigurations, type ResourceReview, type Review } from "../../src/review/review";
import { compileAccepted } from "./specs";

const parser = createHclParser();

/** The configuration that a spec compiles to, by paths from the deployment's folder. */
export function filesOf(text: string): ReviewedFile[] {
  return filesOfDeployment(compileAccepted({ name: "spec.yaml", text }));
}

/** The configuration of a deployment, by paths from its folder. */
export function filesOfDeployment({ plan, programs }: CompiledDeployment): ReviewedFile[] {
  const prefix = `${plan.name}/`;
  return renderDeployment({ programs, companions: [] }, "spec.yaml").map(({ path, content }) => ({
    path: path.slice(prefix.length),
    content,
  }));
}

/** Reviews the change from some files to others. */
export async function reviewFiles(
  before: readonly ReviewedFile[],
  after: readonly ReviewedFile[],
  provider = "aws",
): Promise<Review> {
  const [old, now] = [await readConfiguration(before, parser), await readConfiguration(after, parser)];
  return reviewConfigurations("orders", old, now, providerNamed(provider).live);
}

/** Reviews the change from one spec to another. */
export function reviewSpecs(before: string, after: string): Promise<Review> {
  const { providerName } = compileAccepted({ name: "spec.yaml", text: after });
  return reviewFiles(filesOf(before), filesOf(after), providerName);
}

/** Reviews the change from one root module to another, given as HCL. */
export function reviewHcl(before: string, after: string, provider = "aws"): Promise<Review> {
  const file = (content: string) => [{ path: "main.tf", content }];
  return reviewFiles(file(before), file(after), provider);
}

/** What becomes of each resource that a review lists, by address. */
export function actionsOf({ resources }: Review): Readonly<Record<string, string>> {
  return Object.fromEntries(resources.map(({ address, action }) => [address, action]));
}

/** The codes of the findings about a resource. */
export function codesOf(review: Review, address: string): readonly string[] {
  return resourceOf(review, address).findings.map(({ code }) => code);
}

/** What a review says of a resource. */
export function resourceOf({ resources }: Review, address: string): ResourceReview {
  const found = resources.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`the review does not list ${address}`);
  return found;
}
