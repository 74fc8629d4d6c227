import { TerraformOutput, type TerraformResource, type TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** Words as a name in Terraform. */
export function identifier(...words: readonly (string | number)[]): string {
  return words.join("_").replaceAll("-", "_");
}

/** A resource that has this very name in Terraform. */
export function named<C, R extends TerraformResource>(
  Class: { new (scope: Construct, id: string, config: C): R; readonly tfResourceType: string },
  stack: TerraformStack,
  name: string,
  config: C,
): R {
  const resource = new Class(stack, `${Class.tfResourceType}.${name}`, config);
  resource.overrideLogicalId(name);
  return resource;
}

/** An output. */
export function addOutput(stack: TerraformStack, name: string, description: string, value: unknown): void {
  new TerraformOutput(stack, `output.${name}`, { description, value }).overrideLogicalId(name);
}

/** An output with an entry for each Region, or for each name. */
export function addMap<T>(
  stack: TerraformStack,
  name: string,
  description: string,
  items: ReadonlyMap<string, T>,
  valueOf: (item: T) => string,
): void {
  const entries = [...items].map(([key, item]) => [key, valueOf(item)]);
  addOutput(stack, name, description, Object.fromEntries(entries));
}
