import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { ROOT } from "../repository";
import { findProvider, type ProviderSource } from "./find-provider";

/** Prepares the environment in which the tests, which inherit it, run Terraform. */
export function prepareTerraform(): void {
  const provider = findProvider(process.env);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-terraform-"));
  process.env["KEYSPAN_TEST_FOLDER"] = folder;
  process.env["CHECKPOINT_DISABLE"] = "1";
  process.env["TF_IN_AUTOMATION"] = "1";
  process.env["KEYSPAN_PROVIDER_VERSIONS"] = provider.kind === "mirror" ? provider.versions.join(" ") : "any";
  useProvider(provider, folder);
  requireTerraform();
  print(
    `Provider: ${provider.kind === "mirror" ? `${provider.versions.join(", ")} of a mirror` : "registry"}`,
  );
}

/** Every root links to the one copy of the provider: Terraform links to mirrors and caches by itself. */
function useProvider(provider: ProviderSource, folder: string): void {
  if (provider.kind === "registry") {
    const cache = path.join(ROOT, "node_modules/.cache/keyspan-terraform-plugins");
    fs.mkdirSync(cache, { recursive: true });
    process.env["TF_PLUGIN_CACHE_DIR"] = cache;
    // Without a lock file Terraform would download again, only to know the checksums.
    process.env["TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE"] = "1";
    // A plugin cache must not be filled from two sides at once.
    fillCache(path.join(folder, "fill-cache"));
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

function fillCache(root: string): void {
  fs.cpSync(path.join(ROOT, "out/orders"), root, { recursive: true });
  execFileSync("terraform", ["init", "-backend=false", "-input=false"], { cwd: root, stdio: "inherit" });
}

function requireTerraform(): void {
  try {
    const { terraform_version: version } = JSON.parse(
      execFileSync("terraform", ["version", "-json"], { encoding: "utf8" }),
    ) as { terraform_version: string };
    print(`Terraform ${version}`);
  } catch (error) {
    throw new Error("this suite needs the terraform command, 1.11 or newer", { cause: error });
  }
}

/** Removes the folder in which the tests ran Terraform. */
export function removeTestFolder(): void {
  const folder = process.env["KEYSPAN_TEST_FOLDER"];
  if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
