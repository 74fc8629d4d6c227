import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { ROOT } from "../repository";
import { findProvider, versionsOf, type ProviderSource } from "./find-provider";
import { serveProvider, type ProviderServer } from "./provider-server";

/** The environment variables in which the tests find what was prepared for them. */
export const prepared = {
  /** The folder below which everything temporary is. */
  folder: "KEYSPAN_TEST_FOLDER",
  /** Versions of each provider at hand, as JSON by the provider's name; `any` with the registry. */
  providerVersions: "KEYSPAN_PROVIDER_VERSIONS",
  /** The version of Terraform. */
  terraformVersion: "KEYSPAN_TERRAFORM_VERSION",
  /** What `TF_REATTACH_PROVIDERS` must be for the provider that is already running. */
  runningProvider: "KEYSPAN_RUNNING_PROVIDER",
} as const;

/** Every provider that emitted root modules ask for. */
const PROVIDERS = ["aws", "google", "google-beta", "time"];

/** The root module below the folder that has the provider and nothing else. */
const PROVIDER_ROOT = "provider";

let server: ProviderServer | undefined;

/** Prepares the environment in which the tests, which inherit it, run Terraform; returns its folder. */
export function prepareTerraform(): string {
  const provider = findProvider(process.env);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-terraform-"));
  process.env[prepared.folder] = folder;
  process.env["CHECKPOINT_DISABLE"] = "1";
  process.env["TF_IN_AUTOMATION"] = "1";
  process.env[prepared.providerVersions] = JSON.stringify(
    Object.fromEntries(PROVIDERS.map((name) => [name, versionsOf(provider, name)])),
  );
  const version = terraformVersion();
  process.env[prepared.terraformVersion] = version;
  print(`Terraform ${version}`);
  useProvider(provider, folder);
  initializeRoot(path.join(folder, PROVIDER_ROOT));
  return folder;
}

/** As `prepareTerraform`, and starts a provider for everything that only needs its schema. */
export async function prepareTerraformAndProvider(): Promise<void> {
  server = await serveProvider(path.join(prepareTerraform(), PROVIDER_ROOT));
  process.env[prepared.runningProvider] = server.reattach;
  print(`Provider ${server.version}`);
}

/** The root module in which the provider is installed. */
export function preparedProviderRoot(): string {
  return path.join(process.env[prepared.folder] ?? "", PROVIDER_ROOT);
}

/** Stops the provider, and removes the folder in which the tests ran Terraform. */
export function cleanUpTerraform(): void {
  server?.stop();
  const folder = process.env[prepared.folder];
  if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
}

/** Every root links to the one copy of the provider: Terraform links to mirrors and caches by itself. */
function useProvider(provider: ProviderSource, folder: string): void {
  if (provider.kind === "registry") {
    const cache = path.join(ROOT, "node_modules/.cache/keyspan-terraform-plugins");
    fs.mkdirSync(cache, { recursive: true });
    process.env["TF_PLUGIN_CACHE_DIR"] = cache;
    // Without a lock file Terraform would download again, only to know the checksums.
    process.env["TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE"] = "1";
    return;
  }
  delete process.env["TF_PLUGIN_CACHE_DIR"];
  const config = path.join(folder, "terraform.rc");
  fs.writeFileSync(
    config,
    `provider_installation {
  filesystem_mirror {
    path    = ${JSON.stringify(provider.folder)}
    include = ["registry.terraform.io/*/*"]
  }
}
`,
  );
  process.env["TF_CLI_CONFIG_FILE"] = config;
}

/** Installs the provider in a root module; this also fills the cache, which must not happen from two sides. */
function initializeRoot(root: string): void {
  fs.cpSync(path.join(ROOT, "out/orders/terraform.tf"), path.join(root, "terraform.tf"));
  execFileSync("terraform", ["init", "-backend=false", "-input=false"], { cwd: root, stdio: "pipe" });
}

function terraformVersion(): string {
  try {
    const printed = execFileSync("terraform", ["version", "-json"], { encoding: "utf8", stdio: "pipe" });
    return (JSON.parse(printed) as { terraform_version: string }).terraform_version;
  } catch (error) {
    throw new Error("this suite needs the terraform command, 1.11 or newer", { cause: error });
  }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
