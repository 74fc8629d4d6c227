import { toExpression, type ExpressionNode } from "../../../src/terraform/expression";
import { addressOf } from "../../../src/terraform/program";
import { readText } from "../../support/repository";
import { compileAccepted } from "../../support/specs";

const FILE = "test/scenarios/accepted/unusual-databases.yaml";
const { programs } = compileAccepted({ name: "unusual-databases.yaml", text: readText(FILE) });
const elements = programs.flatMap(({ sections }) => sections.flatMap((section) => section.elements));

function elementAt(address: string) {
  const element = elements.find((one) => addressOf(one) === address);
  if (element === undefined) throw new Error(`there is no ${address}`);
  return element;
}

/** The argument of a resource as the tree has it; undefined where it is left out. */
function argument(address: string, name: string): ExpressionNode | undefined {
  const found = elementAt(address).body.find((item) => item.kind === "argument" && item.name === name);
  return found?.kind === "argument" ? found.value : undefined;
}

test("replicas of PostgreSQL before 14.1 keep no backups", () => {
  expect(argument("aws_db_instance.old_postgres_us_east_1", "backupRetentionPeriod")).toBeDefined();
  expect(
    argument("aws_db_instance.old_postgres_eu_west_1_replica_1", "backupRetentionPeriod"),
  ).toBeUndefined();
});

test("a replica of SQL Server has no standby, whatever its source has", () => {
  expect(argument("aws_db_instance.windows_us_east_1", "multiAz")).toEqual(toExpression(true));
  expect(argument("aws_db_instance.windows_eu_west_1_replica_1", "multiAz")).toEqual(toExpression(false));
});

test("the standby of a Region is that of its own members", () => {
  expect(argument("aws_db_instance.old_postgres_us_east_1", "multiAz")).toEqual(toExpression(false));
  expect(argument("aws_db_instance.old_postgres_eu_west_1_replica_1", "multiAz")).toEqual(toExpression(true));
});

test("a replica in its source's Region names neither key nor subnet group", () => {
  const replica = "aws_db_instance.old_postgres_us_east_1_replica_1";
  expect(argument(replica, "kmsKeyId")).toBeUndefined();
  expect(argument(replica, "dbSubnetGroupName")).toBeUndefined();
  expect(argument("aws_db_instance.old_postgres_eu_west_1_replica_1", "kmsKeyId")).toBeDefined();
});

test("a class too small for Performance Insights has none unless it is asked for", () => {
  expect(argument("aws_db_instance.small_us_east_1", "performanceInsightsEnabled")).toEqual(
    toExpression(false),
  );
});

test("the copy of a snapshot names its key also in the Region where naming none would mean it", () => {
  expect(argument("aws_db_instance.small_us_east_1", "kmsKeyId")).toBeUndefined();
  expect(argument("aws_db_snapshot_copy.small_us_east_1_shared", "kmsKeyId")).toBeDefined();
});

test("what a key encrypts waits for the grants on it", () => {
  const waitsFor = (address: string) => elementAt(address).dependsOn.map(addressOf);
  const grant = "aws_kms_grant.storage_us_east_1_export";
  expect(waitsFor("aws_db_instance.old_postgres_us_east_1")).toContain(grant);
  expect(waitsFor("aws_db_instance.old_postgres_eu_west_1_replica_1")).not.toContain(grant);
});
