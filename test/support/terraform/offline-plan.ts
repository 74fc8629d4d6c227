import * as fs from "node:fs";
import * as path from "node:path";
import type { ReviewedFile } from "../../../src/review/configuration";
import { succeed, temporaryFolder, withRunningProvider } from "./terraform";

/** What a plan does with a resource, as `terraform show -json` prints it. */
export interface PlannedResource {
  readonly address: string;
  /** Where it stood before a `moved` block took it here. */
  readonly previous_address?: string;
  readonly module_address?: string;
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

const CREDENTIALS = { AWS_ACCESS_KEY_ID: "none", AWS_SECRET_ACCESS_KEY: "none" };

/** Plans a root module without contacting anybody: no refresh, no credentials, the state made by hand. */
export async function planOffline(
  files: readonly ReviewedFile[],
  state: readonly object[],
): Promise<readonly PlannedResource[]> {
  const folder = temporaryFolder("review");
  for (const { path: file, content } of files) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), content);
  }
  fs.writeFileSync(
    path.join(folder, "terraform.tfstate"),
    JSON.stringify({ version: 4, terraform_version: "1.11.0", serial: 1, lineage: "x", resources: state }),
  );
  const env = { ...process.env, ...CREDENTIALS };
  await succeed(folder, ["init", "-input=false", "-no-color"], env);
  await succeed(folder, ["plan", "-refresh=false", "-input=false", "-no-color", "-out=plan"], env);
  // To print a plan takes the provider's schema and nothing else of it.
  const shown = JSON.parse(
    await succeed(folder, ["show", "-json", "plan"], { ...withRunningProvider(), ...CREDENTIALS }),
  ) as { resource_changes?: readonly PlannedResource[] };
  return (shown.resource_changes ?? []).filter(({ mode }) => mode === "managed");
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
