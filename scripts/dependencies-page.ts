import { readFileSync } from "node:fs";
import * as path from "node:path";
import { compareText } from "../src/base/ordering";

/** The page that lists what an installed keyspan brings along. */
export const DEPENDENCIES_PAGE = "docs/dependencies.md";

/** A package that is installed with keyspan. */
export interface RuntimeDependency {
  readonly name: string;
  readonly license: string;
  readonly isDirect: boolean;
  /** Its folder, from the root of the repository. */
  readonly location: string;
}

/** Why keyspan depends on a package. */
const REASONS: Readonly<Record<string, string>> = {
  "@cdktf/hcl2json": "reads goldens: HashiCorp's own parser of HCL, in WebAssembly; for `diff`",
  commander: "the command line",
  diff: "differences of lines in the HTML review",
  elkjs: "lays pictures out; loaded for `graph --format svg` alone",
  "fastest-levenshtein": "did you mean …?",
  handlebars: "templates of a user's own; ours are compiled ahead of time",
  prismjs: "colours of HCL in the HTML review",
  yaml: "reads specs, with positions",
};

interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly license?: string; readonly dev?: boolean; readonly dependencies?: object }>
  >;
}

/** Every package that `npm install keyspan` brings, from the lockfile; what only tests and builds need is not there. */
export function runtimeDependencies(root: string): readonly RuntimeDependency[] {
  const { packages } = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as Lockfile;
  const direct = Object.keys(packages[""]?.dependencies ?? {});
  return Object.entries(packages)
    .filter(([location, { dev }]) => location !== "" && dev !== true)
    .map(([location, { license = "unknown" }]) => {
      const name = location.replace(/^.*node_modules\//, "");
      return { name, license, isDirect: direct.includes(name), location };
    })
    .sort((one, other) => compareText(one.name, other.name));
}

/** The page as it should be. */
export function dependenciesPage(root: string): string {
  const all = runtimeDependencies(root);
  const row = ({ name, license }: RuntimeDependency) => `| ${name} | ${license} | ${REASONS[name] ?? ""} |`;
  const indirect = all.filter(({ isDirect }) => !isDirect);
  return [
    "# What an installed keyspan brings along",
    "",
    "Made from the lockfile (`npm run docs`). `npm run sbom` prints the bill of materials as CycloneDX, and",
    "`npm audit signatures` holds what is installed against what the registry signed. keyspan runs no script when it is installed.",
    "",
    "| package | licence | what for |",
    "| --- | --- | --- |",
    ...all.filter(({ isDirect }) => isDirect).map(row),
    "",
    `With them come ${indirect.map(({ name, license }) => `${name} (${license})`).join(", ")}.`,
    "",
    "`cdktf`, `constructs` and the bindings `@cdktf/provider-aws` and `@cdktf/provider-google` (all MPL-2.0 or Apache-2.0) are",
    "optional peers: only `synth` and the constructs need them, the bindings of the provider that a spec names, and say so when",
    "they are missing.",
    "",
  ].join("\n");
}
