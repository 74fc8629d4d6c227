import * as fs from "node:fs";
import * as path from "node:path";
import { succeed, withRunningProvider, temporaryFolder } from "./terraform";

/** A block of the provider's schema: `terraform providers schema -json`. */
export interface SchemaBlock {
  readonly attributes?: Readonly<Record<string, SchemaAttribute>>;
  readonly block_types?: Readonly<Record<string, SchemaBlockType>>;
}

/** An argument or a computed attribute. */
export interface SchemaAttribute {
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly deprecated?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  /** As Terraform's JSON has types: `"string"`, `["set", "string"]`. */
  readonly type?: unknown;
}

/** A nested block. */
export interface SchemaBlockType {
  readonly nesting_mode: "single" | "list" | "set" | "map" | "group";
  readonly block: SchemaBlock;
  readonly min_items?: number;
  readonly max_items?: number;
}

/** What the provider knows, by type. */
export interface ProviderSchema {
  readonly provider: { readonly block: SchemaBlock };
  readonly resource_schemas: Readonly<
    Record<string, { readonly version: number; readonly block: SchemaBlock }>
  >;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: SchemaBlock }>>;
}

/** Reads the schema of the provider at hand. */
export async function readProviderSchema(): Promise<ProviderSchema> {
  const folder = temporaryFolder("schema");
  fs.writeFileSync(
    path.join(folder, "terraform.tf"),
    'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws" }\n  }\n}\n',
  );
  await succeed(folder, ["init", "-input=false", "-no-color"]);
  const { provider_schemas: schemas } = JSON.parse(
    await succeed(folder, ["providers", "schema", "-json"], withRunningProvider()),
  ) as { provider_schemas: Record<string, ProviderSchema> };
  const schema = schemas["registry.terraform.io/hashicorp/aws"];
  if (schema === undefined) throw new Error("terraform printed no schema of the provider");
  return schema;
}
