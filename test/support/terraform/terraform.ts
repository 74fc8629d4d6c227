import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { prepared } from "./prepare-terraform";

/** How a run of Terraform ended. */
export interface TerraformRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `terraform validate -json` prints, as far as the tests read it. */
export interface Validation {
  readonly valid: boolean;
  readonly error_count: number;
  readonly warning_count: number;
  readonly diagnostics: readonly unknown[];
}

/** Runs Terraform in a folder. */
export function terraform(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<TerraformRun> {
  return new Promise((resolve, reject) => {
    execFile("terraform", args, { cwd: folder, env, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (error === null) resolve({ exitCode: 0, stdout, stderr });
      else if (typeof error.code === "number") resolve({ exitCode: error.code, stdout, stderr });
      else reject(new Error(`terraform ${args.join(" ")} did not run`, { cause: error }));
    });
  });
}

/** Runs Terraform and expects it to succeed; what it printed. */
export async function succeed(
  folder: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<string> {
  const { exitCode, stdout, stderr } = await terraform(folder, args, env);
  if (exitCode !== 0)
    throw new Error(`terraform ${args.join(" ")} in ${folder} ended with ${exitCode}:\n${stdout}\n${stderr}`);
  return stdout;
}

/** The environment in which Terraform uses the provider that is running, instead of starting its own. */
export function withRunningProvider(): NodeJS.ProcessEnv {
  return { ...process.env, TF_REATTACH_PROVIDERS: process.env[prepared.runningProvider] };
}

/** Initializes a root module without its backend and has Terraform validate it. */
export async function validate(folder: string): Promise<Validation> {
  // With a running provider, init would not look whether the version is one that the root allows.
  await succeed(folder, ["init", "-backend=false", "-input=false", "-no-color"]);
  const { stdout } = await terraform(folder, ["validate", "-json"], withRunningProvider());
  return JSON.parse(stdout) as Validation;
}

/** What a root module without a fault answers. */
export const FLAWLESS: Partial<Validation> = {
  valid: true,
  error_count: 0,
  warning_count: 0,
  diagnostics: [],
};

/** A new folder that is removed after the run. */
export function temporaryFolder(name: string): string {
  const parent = process.env[prepared.folder];
  if (parent === undefined) throw new Error("the global setup makes the folder of the tests");
  return fs.mkdtempSync(path.join(parent, `${name}-`));
}
