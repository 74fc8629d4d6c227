import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { readText } from "../repository";
import { temporaryFolder } from "../terraform/terraform";
import type { Account } from "./account";
import type { CdktfCli } from "./cdktf-cli";
import { PASSWORD } from "./deployment";
import { COMMAND_FOLDER } from "./prepare-emulator";

/** The guide that the tests follow. */
const GUIDE = "docs/moving-between-cdktf-and-terraform.md";

/** The project of a team: `orders.yaml`, a `cdktf.json` that names keyspan as the app, and tools that npx finds. */
export class Project {
  private readonly folder: string;

  constructor(
    private readonly account: Account,
    private readonly cli: CdktfCli,
  ) {
    this.folder = temporaryFolder(cli.name);
    const app = { language: "typescript", app: "npx keyspan synth orders.yaml", sendCrashReports: "false" };
    fs.writeFileSync(path.join(this.folder, "cdktf.json"), JSON.stringify(app));
    this.installCommand("keyspan", [process.execPath, path.join(COMMAND_FOLDER, "cli.js")]);
    this.installCommand(cli.name, cli.command);
  }

  writeSpec(text: string): void {
    fs.writeFileSync(path.join(this.folder, "orders.yaml"), text);
  }

  /** Runs commands as a script that stops at the first that fails; what they print, without the colours that Terraform has in pipes too. */
  run(script: string): Promise<string> {
    const env = {
      ...this.account.env,
      TF_VAR_ledger_master_password: PASSWORD,
      // Else the tool makes a cache in the home folder, where providers are also looked for.
      CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
      // A command that is not here must not come from the registry.
      npm_config_offline: "true",
    };
    return new Promise((resolve, reject) => {
      const options = { cwd: this.folder, env, maxBuffer: 2 ** 28 };
      execFile("bash", ["-euo", "pipefail", "-c", script], options, (error, stdout, stderr) => {
        if (error === null) resolve(stripVTControlCharacters(stdout));
        else reject(new Error(`${script}\nended with ${String(error.code)}:\n${stdout}\n${stderr}`));
      });
    });
  }

  /** Runs the commands of a section of the guide, with this project's tool in the place of cdktf. */
  follow(heading: string): Promise<string> {
    return this.run(commandsOfGuide(heading).replaceAll("npx cdktf ", `npx ${this.cli.name} `));
  }

  private installCommand(name: string, command: readonly string[]): void {
    const file = path.join(this.folder, "node_modules/.bin", name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `#!/bin/sh\nexec ${command.map((word) => `'${word}'`).join(" ")} "$@"\n`, {
      mode: 0o755,
    });
  }
}

function commandsOfGuide(heading: string): string {
  const [, section = ""] = readText(GUIDE).split(`\n### ${heading}\n`);
  const commands = /^\n```sh\n(.*?)\n```\n/s.exec(section)?.[1];
  if (commands === undefined) throw new Error(`${GUIDE} has no commands under "${heading}"`);
  return commands;
}
