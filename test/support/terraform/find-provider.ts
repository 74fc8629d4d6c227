import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** Where Terraform gets the provider from. */
export type ProviderSource =
  | { readonly kind: "mirror"; readonly folder: string; readonly versions: readonly string[] }
  | { readonly kind: "registry" };

/** The folder of the provider below a filesystem mirror. */
const IN_MIRROR = "registry.terraform.io/hashicorp/aws";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Finds a filesystem mirror or a filled plugin cache that holds the provider: the folder that
 * `KEYSPAN_PROVIDER_MIRROR` names, else the first of the usual places; the registry when there is none.
 */
export function findProvider(env: Environment): ProviderSource {
  const named = env["KEYSPAN_PROVIDER_MIRROR"];
  if (named !== undefined && named !== "") {
    const mirror = readMirror(named);
    if (mirror === undefined)
      throw new Error(`KEYSPAN_PROVIDER_MIRROR names ${named}, which holds no version in ${IN_MIRROR}`);
    return mirror;
  }
  for (const folder of usualPlaces(env)) {
    const mirror = readMirror(folder);
    if (mirror !== undefined) return mirror;
  }
  return { kind: "registry" };
}

/**
 * The places that Terraform documents for mirrors and caches, and where images put them:
 * https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
function usualPlaces(env: Environment): readonly string[] {
  const home = os.homedir();
  return [
    ...(env["TF_PLUGIN_CACHE_DIR"] === undefined ? [] : [env["TF_PLUGIN_CACHE_DIR"]]),
    ...foldersOfCliConfig(env["TF_CLI_CONFIG_FILE"] ?? path.join(home, ".terraformrc")),
    path.join(home, ".terraform.d/plugins"),
    path.join(home, ".terraform.d/plugin-cache"),
    path.join(home, ".local/share/terraform/plugins"),
    ...["/usr/local/share/terraform", "/usr/share/terraform"].flatMap((folder) =>
      ["plugins", "providers"].map((name) => path.join(folder, name)),
    ),
    ...namesIn("/opt").map((name) => path.join("/opt", name)),
  ];
}

/** The folders that a CLI configuration names as mirror or cache. */
function foldersOfCliConfig(file: string): readonly string[] {
  if (!fs.existsSync(file)) return [];
  const text = fs.readFileSync(file, "utf8");
  return [...text.matchAll(/\b(?:path|plugin_cache_dir)\s*=\s*"([^"]+)"/g)].map(([, folder]) => folder ?? "");
}

function readMirror(folder: string): ProviderSource | undefined {
  const versions = namesIn(path.join(folder, IN_MIRROR)).flatMap(
    // Unpacked, a folder for each version; packed, `terraform-provider-aws_<version>_<platform>.zip`.
    (name) => /^(?:terraform-provider-aws_)?(\d+\.\d+\.\d+)(?:$|_.*\.zip$)/.exec(name)?.[1] ?? [],
  );
  return versions.length === 0 ? undefined : { kind: "mirror", folder: path.resolve(folder), versions };
}

function namesIn(folder: string): readonly string[] {
  return fs.existsSync(folder) && fs.statSync(folder).isDirectory() ? fs.readdirSync(folder).sort() : [];
}
