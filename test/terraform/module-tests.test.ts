import * as fs from "node:fs";
import * as path from "node:path";
import { ROOT } from "../support/repository";
import { succeed, temporaryFolder, terraform, withRunningProvider } from "../support/terraform/terraform";

/** A fault that somebody may make in a file, and the sentence with which the tests of the root module fail. */
type Fault = readonly [
  fault: string,
  change: { readonly file: string; readonly within: string; readonly from: string; readonly to: string },
  sentence: string,
];

const CHECKOUT: readonly Fault[] = [
  [
    "a secondary cluster with the key of the primary Region",
    {
      file: "carts.tf",
      within: 'resource "aws_rds_cluster" "carts_eu_west_1"',
      from: "aws_kms_key.storage_eu_west_1.arn",
      to: "aws_kms_key.storage_eu_central_1.arn",
    },
    "Database carts in eu-west-1 is not encrypted with its own key of eu-west-1.",
  ],
  [
    "a secondary cluster with the key of another key set of its Region",
    {
      file: "carts.tf",
      within: 'resource "aws_rds_cluster" "carts_eu_west_1"',
      from: "aws_kms_key.storage_eu_west_1.arn",
      to: "aws_kms_replica_key.tokens_eu_west_1.arn",
    },
    "Database carts in eu-west-1 is not encrypted with its own key of eu-west-1.",
  ],
  [
    "a key that is created in another Region",
    {
      file: "keys.tf",
      within: 'resource "aws_kms_key" "storage_eu_west_1"',
      from: "= aws.eu_west_1",
      to: "= aws",
    },
    "A resource of eu-west-1 is created in another Region.",
  ],
  [
    "a replica key of another primary key",
    {
      file: "keys.tf",
      within: 'resource "aws_kms_replica_key" "tokens_eu_west_1"',
      from: "aws_kms_key.tokens_eu_central_1.arn",
      to: "aws_kms_key.storage_eu_central_1.arn",
    },
    "The replica key of tokens in eu-west-1 replicates another key than the one in eu-central-1.",
  ],
  [
    "a policy that was copied from another Region",
    {
      file: "keys.tf",
      within: 'resource "aws_kms_key" "storage_eu_west_1"',
      from: "rds.eu-west-1.amazonaws.com",
      to: "rds.eu-central-1.amazonaws.com",
    },
    "The policy of storage in eu-west-1 names services of another Region.",
  ],
  [
    "an alias of another key",
    {
      file: "keys.tf",
      within: 'resource "aws_kms_alias" "tokens_eu_central_1"',
      from: "tokens_eu_central_1.key_id",
      to: "storage_eu_central_1.key_id",
    },
    "The alias of tokens in eu-central-1 names another key.",
  ],
  [
    "an output of another key",
    {
      file: "outputs.tf",
      within: 'output "storage_key_arns"',
      from: "= aws_kms_key.storage_eu_west_1.arn",
      to: "= aws_kms_key.storage_eu_central_1.arn",
    },
    "The output storage_key_arns names another key in eu-west-1.",
  ],
  [
    "a key that does not rotate",
    {
      file: "keys.tf",
      within: 'resource "aws_kms_key" "storage_eu_west_1"',
      from: "rotation_period_in_days = 365",
      to: "rotation_period_in_days = 2560",
    },
    "The key of storage in eu-west-1 is not what the spec asks for.",
  ],
  [
    "a secondary cluster with credentials",
    {
      file: "carts.tf",
      within: 'resource "aws_rds_cluster" "carts_eu_west_1"',
      from: "  storage_encrypted ",
      to: '  master_username = "cartsowner"\n  storage_encrypted ',
    },
    "checkout-carts-eu-west-1 has credentials of its own",
  ],
  [
    "a password that would stand in the state",
    {
      file: "carts.tf",
      within: 'resource "aws_rds_cluster" "carts_eu_central_1"',
      from: "  master_password_wo                  = var.carts_master_password\n  master_password_wo_version          = var.carts_master_password_version",
      to: '  master_password = "in-the-state"',
    },
    "The password of database carts would stand in the state.",
  ],
  [
    "a cluster without deletion protection",
    {
      file: "carts.tf",
      within: 'resource "aws_rds_cluster" "carts_eu_west_1"',
      from: "deletion_protection                 = true",
      to: "deletion_protection                 = false",
    },
    "Database carts in eu-west-1 is left open",
  ],
  [
    "a secondary cluster that is made from another Region",
    {
      file: "carts.tf",
      within: 'resource "aws_rds_cluster" "carts_eu_west_1"',
      from: '= "eu-central-1"',
      to: '= "eu-west-1"',
    },
    "The cluster of database carts in eu-west-1 belongs elsewhere.",
  ],
  [
    "a monitoring role for the databases of everyone",
    {
      file: "monitoring.tf",
      within: 'resource "aws_iam_role" "rds_monitoring"',
      from: "data.aws_caller_identity.current.account_id",
      to: '"*"',
    },
    "Databases of other accounts can use the monitoring role.",
  ],
];

describe("the tests of a root module", () => {
  it.each(CHECKOUT)("notice %s", async (_, change, sentence) => {
    const folder = temporaryFolder("checkout");
    fs.cpSync(path.join(ROOT, "out/checkout"), folder, { recursive: true });
    const file = path.join(folder, change.file);
    fs.writeFileSync(file, changed(fs.readFileSync(file, "utf8"), change));
    await succeed(folder, ["init", "-backend=false", "-input=false", "-no-color"]);
    const { exitCode, stdout, stderr } = await terraform(
      folder,
      ["test", "-no-color"],
      withRunningProvider(),
    );
    expect({ exitCode, printed: `${stdout}${stderr}`.replace(/\s+/g, " ") }).toEqual({
      exitCode: 1,
      printed: expect.stringContaining(sentence) as string,
    });
  });
});

/** The text with the first `from` after the beginning of a block replaced. */
function changed(text: string, { within, from, to }: Fault[1]): string {
  const block = text.indexOf(within);
  const place = text.indexOf(from, block);
  if (block < 0 || place < 0) throw new Error(`there is no ${from} within ${within}`);
  return text.slice(0, place) + to + text.slice(place + from.length);
}
