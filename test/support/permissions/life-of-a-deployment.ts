import * as fs from "node:fs";
import * as path from "node:path";
import type { CompiledDeployment } from "../../../src/compile";
import type { Account } from "../emulator/account";
import { PASSWORD } from "../emulator/deployment";
import { callsOf, deployingAs } from "../emulator/recorded-calls";
import { asPlainTerraform } from "../emulator/root-modules";
import { succeed, temporaryFolder } from "../terraform/terraform";
import { askedPermissions } from "./asked-permissions";
import { deployerPolicyIn } from "./deployer-statements";
import type { IamPolicy } from "./iam-policy";
import type { Permission } from "./permission";

/** A deployment as it is made first, as it is changed, and as it is before it is destroyed; the root modules stay. */
export interface Stages {
  readonly first: CompiledDeployment;
  readonly changed: CompiledDeployment;
  /** The first one again, but that nothing is protected from its destruction. */
  readonly unprotected: CompiledDeployment;
}

/** A root module that has had its life, and what its deployer may and did. */
export interface LivedRoot {
  readonly name: string;
  readonly policy: IamPolicy;
  /** The policy once nothing is protected. */
  readonly policyToDestroy: IamPolicy;
  /** What IAM was asked before the destruction. */
  readonly asked: readonly Permission[];
  readonly askedByDestruction: readonly Permission[];
}

/** Applies every stage of a deployment in an account, and destroys it; a life that is cut short ends once it is changed. */
export async function liveThrough(
  stages: Stages,
  account: Account,
  isCutShort: boolean,
): Promise<readonly LivedRoot[]> {
  const folder = temporaryFolder(stages.first.plan.name);
  const roots = stages.first.programs.map(({ name, folder: inside, variables }) => {
    const caller = `${path.basename(folder)}/${name}`;
    const required = variables.filter((variable) => variable.default === undefined);
    const passwords = Object.fromEntries(required.map((variable) => [`TF_VAR_${variable.name}`, PASSWORD]));
    const env = { ...account.env, ...deployingAs(caller), ...passwords };
    return { name, caller, directory: path.join(folder, inside), env };
  });
  for (const deployment of [stages.first, stages.changed, ...(isCutShort ? [] : [stages.unprotected])]) {
    asPlainTerraform(deployment, "spec.yaml", folder);
    for (const { directory, env } of roots) await apply(directory, env);
  }
  const counts = new Map(roots.map(({ name, caller }) => [name, callsOf(caller).length]));
  for (const { directory, env } of isCutShort ? [] : [...roots].reverse())
    await succeed(directory, ["destroy", "-auto-approve", ...QUIET], env);
  return Promise.all(
    roots.map(async ({ name, caller }) => {
      const calls = callsOf(caller);
      const count = counts.get(name) ?? 0;
      return {
        name,
        policy: policyOf(stages.first, name),
        policyToDestroy: policyOf(stages.unprotected, name),
        asked: await askedPermissions(calls.slice(0, count), account.number),
        askedByDestruction: await askedPermissions(calls.slice(count), account.number),
      };
    }),
  );
}

/** What the emitted policies of a root module allow together. */
export function policyOf({ programs, companions }: CompiledDeployment, name: string): IamPolicy {
  return deployerPolicyIn(companions, programs.find((program) => program.name === name)?.folder ?? "");
}

const QUIET = ["-input=false", "-no-color"];

async function apply(directory: string, env: NodeJS.ProcessEnv): Promise<void> {
  const hasStateInS3 = useBucketsByPath(directory);
  if (!fs.existsSync(path.join(directory, ".terraform"))) {
    const backend = hasStateInS3 ? ["-backend-config=use_path_style=true"] : [];
    await succeed(directory, ["init", ...QUIET, ...backend], env);
  }
  await succeed(directory, ["apply", "-auto-approve", ...QUIET], env);
}

/** The emulator is at one address: a bucket cannot be the beginning of its name. Whether the state is in S3. */
function useBucketsByPath(directory: string): boolean {
  const main = path.join(directory, "main.tf");
  const text = fs.existsSync(main) ? fs.readFileSync(main, "utf8") : "";
  const patched = text.replaceAll(
    'backend = "s3"\n  config = {\n',
    (match) => `${match}    use_path_style = true\n`,
  );
  if (patched !== text) fs.writeFileSync(main, patched);
  return fs.readFileSync(path.join(directory, "terraform.tf"), "utf8").includes('backend "s3"');
}
