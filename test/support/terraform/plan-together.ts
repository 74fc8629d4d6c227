import { groupBy } from "../../../src/base/group-by";
import type { ReviewedFile } from "../../../src/review/configuration";
import type { StateResource } from "./applied-state";
import { planOffline, type PlannedResource } from "./offline-plan";

/** A root module that is to be planned. */
export interface PlanRequest {
  /** A name of Terraform, its own among all that are planned together. */
  readonly name: string;
  readonly files: readonly ReviewedFile[];
  readonly state: readonly StateResource[];
}

/**
 * Plans root modules, each as if it stood alone. A plan starts a provider for every provider block, and each takes
 * seconds to load its schema: those with the same default tags are planned as modules of one root, and share one
 * provider. What provider 5 plans without a refresh depends on the tags of a provider block, and not on its Region.
 */
export async function planTogether(
  requests: readonly PlanRequest[],
): Promise<ReadonlyMap<string, readonly PlannedResource[]>> {
  const planned = new Map<string, readonly PlannedResource[]>();
  for (const [tags, group] of groupBy(requests, ({ files }) => tagsIn(textOf(files, "providers.tf")))) {
    const files = [{ path: "main.tf", content: rootOf(tags, group) }, ...group.flatMap(moduleOf)];
    const state = group.flatMap(({ name, state: own }) =>
      own.map((resource) => ({ ...resource, module: `module.${name}` })),
    );
    const resources = await planOffline(files, state);
    for (const { name } of group) planned.set(name, resourcesOf(name, resources));
  }
  return planned;
}

function textOf(files: readonly ReviewedFile[], file: string): string {
  return files.find(({ path }) => path === file)?.content ?? "";
}

/** The `default_tags` block, which is the same in every provider block of a root module. */
function tagsIn(providers: string): string {
  return /^ {2}default_tags \{\n(?:.*\n)*? {2}\}\n/m.exec(providers)?.[0] ?? "";
}

function aliasesIn(files: readonly ReviewedFile[]): readonly string[] {
  const aliases = textOf(files, "providers.tf").matchAll(/^ {2}alias += "(\w+)"$/gm);
  return [...aliases].map(([, alias]) => `aws.${alias ?? ""}`);
}

/** A provider that contacts nobody, and the modules. */
function rootOf(tags: string, group: readonly PlanRequest[]): string {
  const modules = group.map(({ name, files }) => {
    const handed = ["aws", ...aliasesIn(files)].map((alias) => `    ${alias} = aws\n`).join("");
    const given = passwordsIn(files).map((variable) => `  ${variable} = "Secret-0123456789"\n`);
    return `module "${name}" {\n  source = "./${name}"\n  providers = {\n${handed}  }\n${given.join("")}}\n`;
  });
  const provider = `provider "aws" {
  region                      = "us-east-1"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
${tags}}
`;
  return `${requiredProvider("")}\n${provider}\n${modules.join("\n")}`;
}

function requiredProvider(more: string): string {
  return `terraform {\n  required_providers {\n    aws = {\n      source = "hashicorp/aws"\n${more}    }\n  }\n}\n`;
}

/** The files of a root module as those of a module: its providers come from above, it has no backend. */
function moduleOf({ name, files }: PlanRequest): readonly ReviewedFile[] {
  const own = files.filter(
    ({ path }) => /^[^/]+\.tf$/.test(path) && path !== "providers.tf" && path !== "terraform.tf",
  );
  const taken = requiredProvider(`      configuration_aliases = [${aliasesIn(files).join(", ")}]\n`);
  return [
    { path: `${name}/terraform.tf`, content: taken },
    ...own.map(({ path, content }) => ({
      path: `${name}/${path}`,
      // Terraform would refuse the plan; the review says so by itself.
      content: content.replace(/^ *prevent_destroy.*\n/gm, ""),
    })),
  ];
}

function passwordsIn(files: readonly ReviewedFile[]): readonly string[] {
  const variables = textOf(files, "variables.tf").matchAll(/^variable "(\w+_password)"/gm);
  return [...variables].map(([, name]) => name ?? "");
}

function resourcesOf(name: string, resources: readonly PlannedResource[]): readonly PlannedResource[] {
  const prefix = `module.${name}.`;
  const local = (address: string) => address.slice(prefix.length);
  return resources
    .filter(({ module_address: module }) => module === `module.${name}`)
    .map(({ previous_address: previous, ...resource }) => ({
      ...resource,
      address: local(resource.address),
      ...(previous === undefined ? {} : { previous_address: local(previous) }),
    }));
}
