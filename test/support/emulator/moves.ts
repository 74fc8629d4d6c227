import { Account, accountOf } from "./account";
import type { CdktfCli } from "./cdktf-cli";
import { Project } from "./project";

const REGION = "us-east-1";
const REGIONS = [REGION, "eu-west-1"];

/** Two stacks, and a password that Terraform takes from a variable and must not find in the state. */
function specFor(account: string): string {
  return `
apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "${account}", tags: { team: payments } }
terraform: { layout: layered }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d11] }
  eu-west-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d22] }
keys:
  storage:
    strategy: single-region
    protect: false
    policy:
      administrators: ["arn:aws:iam::${account}:role/KeyAdmin"]
      operators: ["arn:aws:iam::${account}:role/DatabaseDeployer"]
  documents:
    strategy: multi-region
    purpose: [client-side-encryption]
    protect: false
    policy:
      administrators: ["arn:aws:iam::${account}:role/KeyAdmin"]
      users: ["arn:aws:iam::${account}:role/Orders"]
databases:
  ledger:
    engine: postgres
    engineVersion: "16.6"
    topology: single-region
    key: storage
    masterPassword: variable
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 100 }
    backup: { finalSnapshot: false }
    protect: false
    deletionProtection: false
`;
}

const NOTHING_TO_DO = /No changes\. Your infrastructure matches the configuration\./g;

/** A project that is about to deploy, in an account of its own. */
interface Start {
  readonly account: Account;
  readonly project: Project;
}

async function startProject(cli: CdktfCli, direction: string): Promise<Start> {
  const account = new Account(accountOf(`${cli.name} ${direction}`), REGIONS);
  await account.createNetwork();
  const project = new Project(account, cli);
  project.writeSpec(specFor(account.number));
  return { account, project };
}

/** What must be the same thing before and after: the instance, and every key. */
async function identities(account: Account): Promise<readonly (string | undefined)[]> {
  const instances = await account.inRegion(REGION).instances();
  const keys = await Promise.all(REGIONS.map((region) => account.inRegion(region).keys()));
  return [
    ...instances.map(({ DbiResourceId }) => DbiResourceId),
    ...keys.flat().map(({ metadata }) => metadata.Arn),
  ];
}

async function expectNothingLeft(account: Account): Promise<void> {
  expect(await account.inRegion(REGION).instances()).toEqual([]);
  for (const region of REGIONS) {
    const states = (await account.inRegion(region).keys()).map(({ metadata }) => metadata.KeyState);
    expect(states).toEqual(["PendingDeletion", "PendingDeletion"]);
  }
}

const UNATTENDED = "--skip-provider-lock --auto-approve";

/** CDKTF stacks are deployed, and go on as plain Terraform. */
export function describeMoveToTerraform(name: CdktfCli["name"], findCli: () => CdktfCli): void {
  describe(`a deployment that ${name} made`, () => {
    let account: Account;
    let project: Project;

    beforeAll(async () => {
      ({ account, project } = await startProject(findCli(), "to Terraform"));
      await project.run(`npx ${name} deploy orders-keys orders-databases ${UNATTENDED}`);
    });

    it("is there: an instance and four keys", async () => {
      expect(await identities(account)).toHaveLength(5);
    });

    it("goes on as plain Terraform, by the commands of the guide: the plans are empty", async () => {
      const printed = await project.follow("From CDKTF to plain Terraform");
      expect(printed.match(NOTHING_TO_DO)).toHaveLength(2);
    });

    it("would not go on unnoticed if the spec had changed meanwhile", async () => {
      project.writeSpec(specFor(account.number).replace("team: payments", "team: orders"));
      await expect(project.follow("From CDKTF to plain Terraform")).rejects.toThrow(/ended with 2/);
      project.writeSpec(specFor(account.number));
    });

    it("is destroyed by plain Terraform to nothing", async () => {
      await project.run(
        [
          "npx keyspan emit orders.yaml",
          "terraform -chdir=out/orders/orders-databases destroy -auto-approve",
          "terraform -chdir=out/orders/orders-keys destroy -auto-approve",
        ].join("\n"),
      );
      await expectNothingLeft(account);
    });
  });
}

/** Plain root modules are applied, and go on as CDKTF stacks. */
export function describeMoveToCdktf(name: CdktfCli["name"], findCli: () => CdktfCli): void {
  describe(`a deployment that goes on with ${name}`, () => {
    let account: Account;
    let project: Project;
    let made: readonly (string | undefined)[];

    beforeAll(async () => {
      ({ account, project } = await startProject(findCli(), "to CDKTF"));
      const applied = ["orders-keys", "orders-databases"].flatMap((stack) => [
        `terraform -chdir=out/orders/${stack} init`,
        `terraform -chdir=out/orders/${stack} apply -auto-approve`,
      ]);
      await project.run(["npx keyspan emit orders.yaml", ...applied].join("\n"));
      made = await identities(account);
    });

    it("goes on as CDKTF stacks, by the commands of the guide: the plans are empty", async () => {
      const printed = await project.follow("From plain Terraform to CDKTF");
      expect(printed.match(NOTHING_TO_DO)).toHaveLength(2);
    });

    it(`leaves ${name} nothing to deploy`, async () => {
      expect(made).toHaveLength(5);
      await project.run(`npx ${name} deploy orders-keys orders-databases ${UNATTENDED}`);
      expect(await identities(account)).toEqual(made);
    });

    it(`is destroyed by ${name} to nothing`, async () => {
      await project.run(`npx ${name} destroy orders-keys orders-databases ${UNATTENDED}`);
      await expectNothingLeft(account);
    });
  });
}
