import * as fs from "node:fs";
import * as path from "node:path";
import { synthesizePrograms } from "../../src/cdktf/synth";
import { renderDeployment } from "../../src/render";
import { startAccountStub, type AccountStub } from "../support/terraform/account-stub";
import {
  acceptedDeployments,
  canLoad,
  isOnAws,
  type AcceptedDeployment,
} from "../support/terraform/deployments";
import { comparable, planNew, type WholePlan } from "../support/terraform/plan-comparison";
import { preparedProviderRoot } from "../support/terraform/prepare-terraform";
import { serveProvider, type ProviderServer } from "../support/terraform/provider-server";
import { temporaryFolder } from "../support/terraform/terraform";

/*
 * Terraform's own word on the two forms of a deployment: the plans of its plain root modules and of its CDKTF stacks.
 * One provider serves all of them, one after the other; it speaks to a stub that stands for an empty account.
 */

let account: AccountStub;
let provider: ProviderServer;

beforeAll(async () => {
  account = await startAccountStub();
  provider = await serveProvider(preparedProviderRoot(), {
    ...process.env,
    AWS_CA_BUNDLE: undefined,
    AWS_PROFILE: undefined,
    AWS_ENDPOINT_URL: account.endpoint,
    AWS_ACCESS_KEY_ID: "AKIAPLAN",
    AWS_SECRET_ACCESS_KEY: "plan",
  });
});
afterAll(() => {
  provider.stop();
  account.stop();
});

/** Deployments that the provider at hand can plan. */
const deployments = acceptedDeployments().filter(
  (one) => isOnAws(one) && one.deployment.programs.every(canLoad),
);

test.each(deployments.map((accepted) => [accepted.spec.file, accepted] as const))(
  "plain Terraform and CDKTF plan the same for %s, resource by resource",
  async (_, accepted) => {
    account.setAccount(accountOf(accepted));
    const folder = layOut(accepted);
    const env: NodeJS.ProcessEnv = { ...process.env, TF_REATTACH_PROVIDERS: provider.reattach };
    const planned = new Map<string, WholePlan>();
    for (const { name, folder: root, variables } of accepted.deployment.programs) {
      for (const variable of variables) {
        if (variable.default === undefined) env[`TF_VAR_${variable.name}`] = "not-a-Secret-0";
      }
      const stack = path.join(folder, "stacks", name);
      const statesOfOthers = Object.fromEntries(
        statesReadBy(stack).map((other) => [other, planned.get(other.replaceAll("_", "-"))?.output_changes]),
      );
      const plain = await planNew(path.join(folder, root), { env, statesOfOthers });
      const cdktf = await planNew(stack, { env, statesOfOthers });
      expect(comparable(plain)).toEqual(comparable(cdktf));
      expect(plain.resource_changes).not.toEqual([]);
      planned.set(name, plain);
    }
  },
);

/** Both forms of a deployment, in a folder of their own. */
function layOut({ spec, deployment }: AcceptedDeployment): string {
  const folder = temporaryFolder(path.basename(spec.name, path.extname(spec.name)));
  for (const { path: file, content } of renderDeployment(deployment, spec.name)) {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
  }
  synthesizePrograms(deployment.programs, folder);
  return folder;
}

/** Names of the data sources with which a stack reads the states of others. */
function statesReadBy(stack: string): readonly string[] {
  const { data } = JSON.parse(fs.readFileSync(path.join(stack, "cdk.tf.json"), "utf8")) as {
    data?: { terraform_remote_state?: object };
  };
  return Object.keys(data?.terraform_remote_state ?? {});
}

function accountOf({ spec }: AcceptedDeployment): string | null {
  return /account: "(\d{12})"/.exec(spec.text)?.[1] ?? null;
}
