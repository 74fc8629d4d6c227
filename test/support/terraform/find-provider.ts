import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

/** Where Terraform gets providers from; the versions are those of the provider of AWS. */
export type ProviderSource =
  | { readonly kind: "mirror"; readonly folder: string; readonly versions: readonly string[] }
  | { readonly kind: "registry" };

/** The folder of providers below a filesystem mirror. */
const IN_MIRROR = "registry.terraform.io/hashicorp";

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
      throw new Error(`KEYSPAN_PROVIDER_MIRROR names ${named}, which holds no version in ${IN_MIRROR}/aws`);
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
  const versions = versionsIn(folder, "aws");
  return versions.length === 0 ? undefined : { kind: "mirror", folder: path.resolve(folder), versions };
}

/** The versions of a provider that are at hand; `any` where the registry has them. */
export function versionsOf(source: ProviderSource, provider: string): readonly string[] {
  return source.kind === "registry" ? ["any"] : versionsIn(source.folder, provider);
}

function versionsIn(mirror: string, provider: string): readonly string[] {
  return namesIn(path.join(mirror, IN_MIRROR, provider)).flatMap(
    // Unpacked, a folder for each version; packed, `terraform-provider-<name>_<version>_<platform>.zip`.
    (name) => /^(?:terraform-provider-[a-z-]+_)?(\d+\.\d+\.\d+)(?:$|_.*\.zip$)/.exec(name)?.[1] ?? [],
  );
}

function namesIn(folder: string): readonly string[] {
  return fs.existsSync(folder) && fs.statSync(folder).isDirectory() ? fs.readdirSync(folder).sort() : [];
}
