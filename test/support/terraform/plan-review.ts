import * as fs from "node:fs";
import * as path from "node:path";
import type { ReviewedFile } from "../../../src/review/configuration";
import type { ProviderSchema, SchemaBlock } from "./provider-schema";
import { succeed, temporaryFolder } from "./terraform";

/** What a plan does with a resource, as `terraform show -json` prints it. */
export interface PlannedResource {
  readonly address: string;
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly change: {
    readonly actions: readonly string[];
    readonly after: Readonly<Record<string, unknown>> | null;
    readonly after_unknown: Readonly<Record<string, unknown>>;
    readonly replace_paths?: readonly (readonly (string | number)[])[];
  };
}

const PROVIDER = 'provider["registry.terraform.io/hashicorp/aws"]';

/** Plans configurations without contacting anybody: no refresh, no credentials, the state made by hand. */
export async function planOffline(
  files: readonly ReviewedFile[],
  state: readonly object[],
): Promise<readonly PlannedResource[]> {
  const folder = temporaryFolder("review");
  for (const { path: file, content } of files) {
    if (file.includes("/") || !/\.tf(\.json)?$/.test(file)) continue;
    fs.writeFileSync(path.join(folder, file), offline(content));
  }
  fs.writeFileSync(
    path.join(folder, "terraform.tfstate"),
    JSON.stringify({ version: 4, terraform_version: "1.11.0", serial: 1, lineage: "x", resources: state }),
  );
  const env = { ...process.env, AWS_ACCESS_KEY_ID: "none", AWS_SECRET_ACCESS_KEY: "none" };
  await succeed(folder, ["init", "-input=false", "-no-color"], env);
  const variables = [
    ...files
      .map(({ content }) => content)
      .join("\n")
      .matchAll(/^variable "(\w+_password)"/gm),
  ];
  await succeed(
    folder,
    [
      "plan",
      "-refresh=false",
      "-input=false",
      "-no-color",
      "-out=plan",
      ...variables.map(([, name]) => `-var=${name ?? ""}=Secret-0123456789`),
    ],
    env,
  );
  const shown = JSON.parse(await succeed(folder, ["show", "-json", "plan"], env)) as {
    resource_changes?: readonly PlannedResource[];
  };
  return (shown.resource_changes ?? []).filter(({ mode }) => mode === "managed");
}

/** The same configuration with local state, without credentials, and without what makes Terraform refuse a plan. */
function offline(content: string): string {
  return content
    .replace(/^ {2}backend "\w+" \{\n(?:.*\n)*? {2}\}\n/m, "")
    .replace(/^ *prevent_destroy.*\n/gm, "")
    .replace(/^ *allowed_account_ids.*\n/gm, "")
    .replace(/^ {2}assume_role \{\n(?:.*\n)*? {2}\}\n/gm, "")
    .replace(
      /^provider "aws" \{\n/gm,
      "$&  skip_credentials_validation = true\n  skip_requesting_account_id = true\n  skip_metadata_api_check = true\n",
    );
}

/** The state after a plan that creates everything: what the plan does not know is made up. */
export function stateOf(planned: readonly PlannedResource[], schema: ProviderSchema): readonly object[] {
  return planned.map(({ mode, type, name, change }) => {
    const known = schema.resource_schemas[type];
    if (known === undefined) throw new Error(`the provider does not know ${type}`);
    return {
      mode,
      type,
      name,
      provider: PROVIDER,
      instances: [
        { schema_version: known.version, attributes: madeUp(`${type}-${name}`, change, known.block) },
      ],
    };
  });
}

function madeUp(
  seed: string,
  { after, after_unknown: unknown }: PlannedResource["change"],
  { attributes = {} }: SchemaBlock,
): Readonly<Record<string, unknown>> {
  const values = Object.entries(attributes).map(([name, { type }]): [string, unknown] => {
    const value = unknown[name] === true ? valueOf(name, seed, type) : (after?.[name] ?? null);
    return [name, value];
  });
  return { ...after, ...Object.fromEntries(values) };
}

function valueOf(name: string, seed: string, type: unknown): unknown {
  if (type === "number") return 1;
  if (type === "bool") return false;
  if (type === "string")
    return name.endsWith("arn") || name.endsWith("kms_key_id")
      ? `arn:aws:kms:us-east-1:111122223333:key/${seed}`
      : `${seed}-${name}`;
  const isMap = Array.isArray(type) && type[0] === "map";
  return isMap ? {} : [];
}

/** The action of a plan in the review's words. */
export function actionOf({ change: { actions } }: PlannedResource): string {
  const words: Readonly<Record<string, string>> = {
    "no-op": "none",
    create: "create",
    update: "update",
    delete: "destroy",
    "delete,create": "replace",
    "create,delete": "replace",
    forget: "forget",
  };
  return words[actions.join()] ?? actions.join();
}
