import { toExpression, type ExpressionNode } from "../../../src/terraform/expression";
import { addressOf } from "../../../src/terraform/program";
import { argumentOf, blocksOf, literalOf } from "../../../src/terraform/read-body";
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
  return argumentOf(elementAt(address).body, name);
}

/** A text of each parameter of a parameter group, by the parameter's name. */
function parametersOf(address: string, text = "value"): Readonly<Record<string, unknown>> {
  const parameters = blocksOf(elementAt(address).body, "parameter");
  return Object.fromEntries(
    parameters.map((block) => [String(literalOf(block, "name")), literalOf(block, text)]),
  );
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

test("the web edition of SQL Server has a standby from the version on that feeds one", () => {
  expect(argument("aws_db_instance.old_web_us_east_1", "multiAz")).toEqual(toExpression(false));
  expect(argument("aws_db_instance.new_web_us_east_1", "multiAz")).toEqual(toExpression(true));
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

test("sign-in with IAM is on by default only in a version that has it", () => {
  const argumentName = "iamDatabaseAuthenticationEnabled";
  expect(argument("aws_db_instance.cellar_us_east_1", argumentName)).toBeUndefined();
  expect(argument("aws_db_instance.small_us_east_1", argumentName)).toEqual(toExpression(true));
});

test("a parameter that is on or off has the value that its engine takes, a number all of its digits", () => {
  expect(parametersOf("aws_db_parameter_group.cellar_us_east_1")).toEqual({
    log_output: "FILE",
    long_query_time: "0.5",
    max_binlog_cache_size: "18446744073709547520",
    slow_query_log: "0",
  });
  expect(parametersOf("aws_rds_cluster_parameter_group.idle_eu_west_1")).toMatchObject({
    innodb_print_all_deadlocks: "1",
    require_secure_transport: "ON",
  });
});

test("parameters have the names that their engine gives them", () => {
  expect(parametersOf("aws_db_parameter_group.tuned_us_east_1")).toEqual({
    "1204": "1",
    "max degree of parallelism": "4",
    "max server memory (mb)": "8192",
    "rds.force_ssl": "1",
  });
  expect(parametersOf("aws_db_parameter_group.vault_us_east_1")).toMatchObject({
    _allow_level_without_connect_by: "TRUE",
  });
});

test("a name that RDS keeps in capital letters is written in them", () => {
  expect(argument("aws_db_instance.vault_us_east_1", "dbName")).toEqual(toExpression("VAULT"));
});

test("a snapshot is named by its ARN in lower case also in its own Region: so it is read back", () => {
  const source = argument("aws_db_snapshot_copy.vault_us_east_1_before_close", "sourceDbSnapshotIdentifier");
  expect(source).toEqual(toExpression("arn:aws:rds:us-east-1:111122223333:snapshot:before-close"));
});

test("a parameter that may be static waits for a reboot", () => {
  expect(parametersOf("aws_db_parameter_group.old_postgres_us_east_1", "applyMethod")).toEqual({
    log_min_duration_statement: undefined,
    log_statement: undefined,
    "rds.force_ssl": "pending-reboot",
  });
});

test("a replica has the storage of its source where that is not what AWS gives every replica", () => {
  const storageOf = (address: string) =>
    ["allocatedStorage", "storageType", "iops", "storageThroughput"].map((name) => argument(address, name));
  expect(storageOf("aws_db_instance.ledger_eu_west_1_replica_1")).toEqual([
    undefined,
    toExpression("io2"),
    toExpression(100_000),
    undefined,
  ]);
  expect(storageOf("aws_db_instance.old_postgres_eu_west_1_replica_1")).toEqual([
    undefined,
    toExpression("gp3"),
    toExpression(12_000),
    toExpression(500),
  ]);
  expect(storageOf("aws_db_instance.plain_eu_west_1_replica_1")).toEqual(Array(4).fill(undefined));
});

test("what a key encrypts waits for the grants on it", () => {
  const waitsFor = (address: string) => elementAt(address).dependsOn.map(addressOf);
  const grant = "aws_kms_grant.storage_us_east_1_export";
  expect(waitsFor("aws_db_instance.old_postgres_us_east_1")).toContain(grant);
  expect(waitsFor("aws_db_instance.old_postgres_eu_west_1_replica_1")).not.toContain(grant);
});
