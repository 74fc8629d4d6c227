import * as fs from "node:fs";
import * as path from "node:path";
import { compileAccepted } from "../specs";
import { succeed, temporaryFolder, terraform } from "../terraform/terraform";
import type { Account } from "./account";
import { actionsOf, replacedData, type Actions, type Plan } from "./plan";
import { removeConfiguration, type WriteRoots } from "./root-modules";

/** Where a root module without a backend keeps its state. */
const STATE = "terraform.tfstate";

/** A password for variables that have no default. */
export const PASSWORD = "not-a-Secret-0";

/** The file of a plan, within its root module. */
const PLAN = "next.tfplan";

const QUIET = ["-input=false", "-no-color"];

/** The root modules of a spec, in a folder of their own, applied to an account of the emulator. */
export class Deployment {
  private readonly folder: string;
  /** Folders of the root modules, in the order in which they are applied. */
  private roots: readonly string[] = [];
  private readonly env: NodeJS.ProcessEnv;

  constructor(
    name: string,
    account: Account,
    private readonly writeRoots: WriteRoots,
  ) {
    this.folder = temporaryFolder(name);
    this.env = { ...account.env };
  }

  /** Writes the root modules of a spec over those of an earlier one. */
  write(name: string, text: string): void {
    const deployment = compileAccepted({ name, text });
    for (const root of this.roots) removeConfiguration(root);
    for (const variable of deployment.programs.flatMap(({ variables }) => variables)) {
      if (variable.default === undefined) this.env[`TF_VAR_${variable.name}`] = PASSWORD;
    }
    this.roots = this.writeRoots(deployment, name, this.folder);
  }

  /** Takes the states of another form of the same deployment, as a team does that moves from one to the other. */
  takeStatesOf(other: Deployment): void {
    for (const [index, root] of this.roots.entries()) {
      const from = other.roots[index];
      if (from === undefined) throw new Error("both forms have the same root modules");
      fs.copyFileSync(path.join(from, STATE), path.join(root, STATE));
    }
  }

  /** Whether a file is there, by its path within the folder of every root module. */
  hasInEveryRoot(file: string): boolean {
    return this.roots.every((root) => fs.existsSync(path.join(root, file)));
  }

  /** Applies every root module, those first on which others depend; never a plan that replaces what holds data. */
  async apply(): Promise<void> {
    for (const root of this.roots) {
      const replaced = replacedData(await this.plan(root));
      if (replaced.length > 0) throw new Error(`the plan replaces what holds data: ${replaced.join(", ")}`);
      await succeed(root, ["apply", ...QUIET, PLAN], this.env);
    }
  }

  /** What a plan of every root module would change; empty when there is nothing to change. */
  async changes(): Promise<readonly string[]> {
    const changes: string[] = [];
    for (const root of this.roots) {
      await this.initialize(root);
      const run = await terraform(root, ["plan", "-detailed-exitcode", "-lock=false", ...QUIET], this.env);
      if (run.exitCode !== 0) changes.push(`${run.stdout}${run.stderr}`);
    }
    return changes;
  }

  /** What a plan would do, by address; what it would leave alone is left out. */
  async plannedActions(): Promise<Actions> {
    const actions: Record<string, string> = {};
    for (const root of this.roots) Object.assign(actions, actionsOf(await this.plan(root)));
    return actions;
  }

  /** Destroys every root module, those last on which others depend. */
  async destroy(): Promise<void> {
    for (const root of [...this.roots].reverse()) {
      await succeed(root, ["destroy", "-auto-approve", ...QUIET], this.env);
    }
  }

  /** Addresses of everything in the states. */
  async addresses(): Promise<readonly string[]> {
    const lists: string[] = [];
    for (const root of this.roots) lists.push(await succeed(root, ["state", "list"], this.env));
    return lists.flatMap((list) => list.split("\n").filter((line) => line !== "")).sort();
  }

  private async plan(root: string): Promise<Plan> {
    await this.initialize(root);
    await succeed(root, ["plan", `-out=${PLAN}`, ...QUIET], this.env);
    return JSON.parse(await succeed(root, ["show", "-json", PLAN], this.env)) as Plan;
  }

  private async initialize(root: string): Promise<void> {
    if (!fs.existsSync(path.join(root, ".terraform"))) await succeed(root, ["init", ...QUIET], this.env);
  }
}
