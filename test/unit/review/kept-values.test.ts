import { actionsOf, codesOf, resourceOf, reviewHcl } from "../../support/reviews";

/* Differences that the provider suppresses: what stands in the live system stays as it is. */

const CLUSTER = `
provider "aws" {
  region = "eu-west-1"
}
resource "aws_rds_cluster" "ledger" {
  cluster_identifier        = "ledger"
  engine                    = "aurora-postgresql"
  final_snapshot_identifier = "ledger-final"
}
`;

describe("storage that grows by itself", () => {
  const instance = (storage: string) => `
provider "aws" {
  region = "eu-west-1"
}
resource "aws_db_instance" "ledger" {
  identifier = "ledger"
  ${storage}
}
`;

  test("is left as large as it is", async () => {
    const before = instance("allocated_storage = 100\n  max_allocated_storage = 200");
    const review = await reviewHcl(before, before.replace("= 100", "= 50"));
    expect(resourceOf(review, "aws_db_instance.ledger")).toMatchObject({ action: "none", findings: [] });
  });

  test("is refused to shrink where it does not", async () => {
    const before = instance("allocated_storage = 100");
    const review = await reviewHcl(before, before.replace("= 100", "= 50"));
    expect(actionsOf(review)).toEqual({ "aws_db_instance.ledger": "update" });
    expect(codesOf(review, "aws_db_instance.ledger")).not.toEqual([]);
  });
});

test.each([
  [1, "none"],
  [8, "update"],
])("a serverless capacity from %d on that the text no longer gives: %s", async (least, action) => {
  const block = `  serverlessv2_scaling_configuration {\n    max_capacity = 8\n    min_capacity = ${least}\n  }\n`;
  const before = CLUSTER.replace('  cluster_identifier        = "ledger"\n', (line) => `${line}${block}`);
  const review = await reviewHcl(before, CLUSTER);
  expect(actionsOf(review)).toEqual({ "aws_rds_cluster.ledger": action });
});
