import * as fs from "node:fs";
import * as path from "node:path";
import { renderDeployment } from "../../../src/render";
import { compileAccepted } from "../specs";
import { succeed, temporaryFolder, terraform } from "../terraform/terraform";
import type { Emulator } from "./emulator";

/** A plan as `terraform show -json` prints it, as far as the tests read it. */
interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
}

/** The plain Terraform of a spec, in a folder of its own, applied to an emulator. */
export class PlainDeployment {
  private readonly folder: string;
  /** Folders of the root modules, in the order in which they are applied. */
  private roots: readonly string[] = [];
  private readonly env: NodeJS.ProcessEnv;

  constructor(name: string, emulator: Emulator) {
    this.folder = temporaryFolder(name);
    this.env = { ...emulator.env };
  }

  /** Writes the Terraform of a spec over that of an earlier one. */
  write(name: string, text: string): void {
    const deployment = compileAccepted({ name, text });
    this.roots = deployment.programs.map(({ folder }) => path.join(this.folder, folder));
    for (const root of this.roots) removeConfiguration(root);
    for (const variable of deployment.programs.flatMap(({ variables }) => variables)) {
      if (variable.default === undefined) this.env[`TF_VAR_${variable.name}`] = "not-a-Secret-0";
    }
    for (const { path: file, content } of renderDeployment(deployment, name)) {
      const target = path.join(this.folder, file);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      fs.writeFileSync(target, content);
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
