import * as fs from "node:fs";
import * as path from "node:path";
import { synthesizePrograms } from "../../../src/cdktf/synth";
import type { CompiledDeployment } from "../../../src/compile";
import { renderDeployment } from "../../../src/render";
import { compileAccepted } from "../specs";
import { succeed, temporaryFolder, terraform } from "../terraform/terraform";
import type { Emulator } from "./emulator";

/** Where a root module without a backend keeps its state. */
const STATE = "terraform.tfstate";

/** A plan as `terraform show -json` prints it, as far as the tests read it. */
interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}

/** Writes the root modules of a deployment below a folder; their folders, in the order in which they are applied. */
type WriteRoots = (deployment: CompiledDeployment, specName: string, folder: string) => readonly string[];

/** The root modules of a spec as plain Terraform. */
export const asPlainTerraform: WriteRoots = (deployment, specName, folder) => {
  for (const { path: file, content } of renderDeployment(deployment, specName)) {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
  }
  return deployment.programs.map((program) => path.join(folder, program.folder));
};

/** The root modules of a spec as the stacks that cdktf deploys. */
export const asCdktfStacks: WriteRoots = ({ programs }, _specName, folder) => {
  synthesizePrograms(programs, folder);
  return programs.map(({ name }) => path.join(folder, "stacks", name));
};

/** The root modules of a spec, in a folder of their own, applied to an emulator. */
export class Deployment {
  private readonly folder: string;
  /** Folders of the root modules, in the order in which they are applied. */
  private roots: readonly string[] = [];
  private readonly env: NodeJS.ProcessEnv;

  constructor(
    name: string,
    emulator: Emulator,
    private readonly writeRoots: WriteRoots,
  ) {
    this.folder = temporaryFolder(name);
    this.env = { ...emulator.env };
  }

  /** Writes the root modules of a spec over those of an earlier one. */
  write(name: string, text: string): void {
    const deployment = compileAccepted({ name, text });
    for (const root of this.roots) removeConfiguration(root);
    for (const variable of deployment.programs.flatMap(({ variables }) => variables)) {
      if (variable.default === undefined) this.env[`TF_VAR_${variable.name}`] = "not-a-Secret-0";
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

  /** Applies every root module, those first on which others depend. */
  async apply(): Promise<void> {
    for (const root of this.roots) {
      await succeed(root, ["init", "-input=false", "-no-color"], this.env);
      await succeed(root, ["apply", "-auto-approve", "-input=false", "-no-color"], this.env);
    }
  }

  /** What a plan of every root module would change; empty texts when there is nothing to change. */
  async changes(): Promise<readonly string[]> {
    const changes: string[] = [];
    for (const root of this.roots) {
      await succeed(root, ["init", "-input=false", "-no-color"], this.env);
      const { exitCode, stdout, stderr } = await terraform(
        root,
        ["plan", "-detailed-exitcode", "-input=false", "-no-color", "-lock=false"],
        this.env,
      );
      if (exitCode !== 0) changes.push(`${stdout}${stderr}`);
    }
    return changes;
  }

  /** What a plan would do, by address; what it would leave alone is left out. */
  async plannedActions(): Promise<Readonly<Record<string, readonly string[]>>> {
    const actions: Record<string, readonly string[]> = {};
    for (const root of this.roots) {
      await succeed(root, ["init", "-input=false", "-no-color"], this.env);
      await succeed(root, ["plan", "-out=next.tfplan", "-input=false", "-no-color"], this.env);
      const plan = JSON.parse(await succeed(root, ["show", "-json", "next.tfplan"], this.env)) as PlanJson;
      for (const { address, change } of plan.resource_changes ?? []) {
        if (!change.actions.every((action) => action === "no-op")) actions[address] = change.actions;
      }
    }
    return actions;
  }

  /** Destroys every root module, those last on which others depend. */
  async destroy(): Promise<void> {
    for (const root of [...this.roots].reverse()) {
      await succeed(root, ["destroy", "-auto-approve", "-input=false", "-no-color"], this.env);
    }
  }

  /** Addresses of everything in the states. */
  async addresses(): Promise<readonly string[]> {
    const lists = await Promise.all(this.roots.map((root) => succeed(root, ["state", "list"], this.env)));
    return lists.flatMap((list) => list.split("\n").filter((line) => line !== "")).sort();
  }
}

/** Removes what was written for an earlier spec, but not the state. */
function removeConfiguration(root: string): void {
  if (!fs.existsSync(root)) return;
  for (const name of fs.readdirSync(root)) {
    if (name.endsWith(".tf")) fs.rmSync(path.join(root, name));
  }
}
