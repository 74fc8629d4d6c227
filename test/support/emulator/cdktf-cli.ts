import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { ROOT } from "../repository";

/** A command line tool that deploys CDKTF stacks. */
export interface CdktfCli {
  readonly name: "cdktf" | "cdktn";
  /** The program with which it is run, and its first argument. */
  readonly command: readonly [node: string, script: string];
}

/** The tool of this repository, HashiCorp's last one. */
export function cdktfCli(): CdktfCli {
  return { name: "cdktf", command: [process.execPath, binOf(ROOT, "cdktf-cli", "cdktf")] };
}

/** Its successor, and a Node that is new enough for it: https://www.npmjs.com/package/cdktn-cli (engines). */
const CDKTN = { "cdktn-cli": "0.24.0", node: "22.23.3" };

/** Half a gigabyte that only this suite needs is installed when it is needed, and kept until the versions change. */
const CACHE = path.join(ROOT, "node_modules/.cache/keyspan-cdktn");

/** Installs the successor; whoever has no registry is told so. */
export function installCdktnCli(): CdktfCli {
  const manifest = JSON.stringify({ private: true, dependencies: CDKTN });
  const installed = path.join(CACHE, "installed.json");
  if (!fs.existsSync(installed) || fs.readFileSync(installed, "utf8") !== manifest) {
    fs.rmSync(CACHE, { recursive: true, force: true });
    fs.mkdirSync(CACHE, { recursive: true });
    fs.writeFileSync(path.join(CACHE, "package.json"), manifest);
    try {
      execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: CACHE, stdio: "pipe" });
    } catch (error) {
      const wanted = Object.entries(CDKTN).map(([name, version]) => `${name}@${version}`);
      throw new Error(`${wanted.join(" and ")} cannot be installed; this test needs the npm registry`, {
        cause: error,
      });
    }
    fs.writeFileSync(installed, manifest);
  }
  return { name: "cdktn", command: [binOf(CACHE, "node", "node"), binOf(CACHE, "cdktn-cli", "cdktn")] };
}

function binOf(project: string, name: string, command: string): string {
  const folder = path.join(project, "node_modules", name);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8")) as {
    bin: Readonly<Record<string, string>>;
  };
  const file = bin[command];
  if (file === undefined) throw new Error(`${name} has no command ${command}`);
  return path.join(folder, file);
}
