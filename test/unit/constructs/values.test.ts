import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { App, Aspects, TerraformOutput, TerraformStack, TerraformVariable, type IAspect } from "cdktf";
import type { IConstruct } from "constructs";
import {
  DeploymentStack,
  GlobalDatabase,
  KeySet,
  ReadReplicas,
  SingleRegionDatabase,
  type DatabaseConfig,
  type DeploymentStackConfig,
  type KeySetConfig,
} from "../../../src/constructs/index";
import { AURORA, KEY, POSTGRES, WHERE } from "../../support/deployments";

let folder = "";

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function createApp(): App {
  return new App({ outdir: folder });
}

/** A stack as it was written, with what Terraform reads of it. */
interface WrittenStack {
  readonly output?: Record<string, { value: unknown }>;
  readonly data?: Record<string, Record<string, unknown>>;
  readonly resource?: Record<string, Record<string, Record<string, unknown>>>;
}

function read(stack: string): WrittenStack {
  return JSON.parse(
    fs.readFileSync(path.join(folder, "stacks", stack, "cdk.tf.json"), "utf8"),
  ) as WrittenStack;
}

function writtenStacks(): string[] {
  return fs.readdirSync(path.join(folder, "stacks")).sort();
}

/** The outputs of a stack that a test has added, by the values that they have. */
function valuesOf(stack: string, prefix: string): unknown[] {
  const outputs = Object.entries(read(stack).output ?? {});
  return outputs.filter(([name]) => name.startsWith(prefix)).map(([, { value }]) => value);
}

test("keys and endpoints are values that other resources of the stack can use", () => {
  const app = createApp();
  const orders = new DeploymentStack(app, "orders", WHERE);
  const storage = new KeySet(orders, "storage", KEY);
  const ledger = new GlobalDatabase(orders, "ledger", { ...AURORA, key: storage });
  [
    storage.keyArn("eu-west-1"),
    storage.keyId("eu-west-1"),
    storage.aliasArn("us-east-1"),
    ledger.globalClusterArn,
    ledger.globalWriterEndpoint,
    ledger.clusterEndpoint("us-east-1"),
    `postgres://${ledger.readerEndpoint("eu-west-1")}`,
  ].forEach((value, index) => new TerraformOutput(orders, `mine${index}`, { value }));
  app.synth();
  expect(valuesOf("orders", "mine")).toEqual([
    "${aws_kms_key.storage_eu_west_1.arn}",
    "${aws_kms_key.storage_eu_west_1.key_id}",
    "${aws_kms_alias.storage_us_east_1.arn}",
    "${aws_rds_global_cluster.ledger.arn}",
    "${aws_rds_global_cluster.ledger.endpoint}",
    "${aws_rds_cluster.ledger_us_east_1.endpoint}",
    "postgres://${aws_rds_cluster.ledger_eu_west_1.reader_endpoint}",
  ]);
});

test("databases of every topology say where they can be reached", () => {
  const app = createApp();
  const orders = new DeploymentStack(app, "orders", WHERE);
  const key = new KeySet(orders, "storage", KEY);
  const carts = new ReadReplicas(orders, "carts", { ...POSTGRES, key, replicas: 2 });
  const cluster = new SingleRegionDatabase(orders, "cluster", { ...AURORA, key });
  const instance = new SingleRegionDatabase(orders, "instance", { ...POSTGRES, key });
  [
    carts.endpoint,
    carts.instanceArn,
    carts.replicaEndpoints("eu-west-1"),
    carts.replicaEndpoints("us-east-1"),
    cluster.arn,
    cluster.endpoint,
    cluster.readerEndpoint,
    cluster.masterSecretArn,
    instance.arn,
    instance.endpoint,
  ].forEach((value, index) => new TerraformOutput(orders, `mine${index}`, { value }));
  app.synth();
  expect(valuesOf("orders", "mine")).toEqual([
    "${aws_db_instance.carts_us_east_1.endpoint}",
    "${aws_db_instance.carts_us_east_1.arn}",
    [
      "${aws_db_instance.carts_eu_west_1_replica_1.endpoint}",
      "${aws_db_instance.carts_eu_west_1_replica_2.endpoint}",
    ],
    [],
    "${aws_rds_cluster.cluster_us_east_1.arn}",
    "${aws_rds_cluster.cluster_us_east_1.endpoint}",
    "${aws_rds_cluster.cluster_us_east_1.reader_endpoint}",
    "${try(aws_rds_cluster.cluster_us_east_1.master_user_secret[0].secret_arn, null)}",
    "${aws_db_instance.instance_us_east_1.arn}",
    "${aws_db_instance.instance_us_east_1.endpoint}",
  ]);
});

test.each([
  ["no backend", undefined, { backend: "local", config: { path: "../orders/terraform.tfstate" } }],
  [
    "an S3 backend",
    { s3: { bucket: "states", region: "us-east-1", keyPrefix: "keyspan", kmsKeyId: "alias/states" } },
    { backend: "s3", config: { bucket: "states", key: "keyspan/orders.tfstate", region: "us-east-1" } },
  ],
  [
    "a remote backend",
    { remote: { organization: "acme", workspacePrefix: "keyspan-" } },
    { backend: "remote", config: { organization: "acme", workspaces: { name: "keyspan-orders" } } },
  ],
])("another stack reads a key through the state of the deployment, with %s", (_, backend, expected) => {
  const app = createApp();
  const mine = new TerraformStack(app, "mine");
  const orders = new DeploymentStack(app, "orders", {
    ...WHERE,
    ...(backend === undefined ? {} : { terraform: { backend } }),
  });
  const storage = new KeySet(orders, "storage", KEY);
  new TerraformOutput(mine, "mine", { value: storage.keyArn("eu-west-1") });
  app.synth();
  const [[name, state] = ["", {}]] = Object.entries(read("mine").data?.["terraform_remote_state"] ?? {});
  expect(state).toEqual(expected);
  const [output] = Object.entries(read("orders").output ?? {}).find(([id]) => id.startsWith("cross")) ?? [];
  expect(valuesOf("mine", "mine")).toEqual([`\${data.terraform_remote_state.${name}.outputs.${output}}`]);
  expect(mine.dependencies).toEqual([orders]);
});

test("with another layout everything stands in stacks of its own, and others can use its values and wait for it", () => {
  const app = createApp();
  const network = new TerraformStack(app, "network");
  const orders = new DeploymentStack(app, "orders", { ...WHERE, terraform: { layout: "layered" } });
  const mine = new TerraformStack(app, "mine");
  orders.addDependency(network);
  mine.addDependency(orders);
  const key = new KeySet(orders, "storage", KEY);
  const ledger = new GlobalDatabase(orders, "ledger", { ...AURORA, key });
  new TerraformOutput(mine, "mine", { value: ledger.clusterEndpoint("us-east-1") });
  const visited: string[] = [];
  Aspects.of(orders).add({ visit: (node: IConstruct) => visited.push(node.node.path) } satisfies IAspect);
  app.synth();
  expect(writtenStacks()).toEqual(["mine", "network", "orders-databases", "orders-keys"]);
  expect(valuesOf("mine", "mine").join()).toContain("data.terraform_remote_state.");
  const names = (stack: TerraformStack | undefined) => stack?.dependencies.map(({ node }) => node.id);
  expect(names(mine)).toEqual(["orders-keys", "orders-databases"]);
  const databases = mine.dependencies.find(({ node }) => node.id === "orders-databases");
  expect(names(databases)).toEqual(["orders-keys", "network"]);
  expect(visited).toContain("orders-keys/aws_kms_key.storage_us_east_1");
});

test("with another layout a resource beside key sets and databases is refused, for it would not be written", () => {
  const app = createApp();
  const orders = new DeploymentStack(app, "orders", { ...WHERE, terraform: { layout: "layered" } });
  new KeySet(orders, "storage", KEY);
  new TerraformVariable(orders, "mine", {});
  expect(() => app.synth()).toThrow("orders/mine must stand in a stack of yours");
});

test("subnets and security groups may be values of other resources", () => {
  const app = createApp();
  const network = new TerraformStack(app, "network");
  const subnets = new TerraformVariable(network, "subnets", { type: "list(string)" });
  const group = new TerraformVariable(network, "group", { type: "string" });
  const orders = new DeploymentStack(app, "orders", {
    ...WHERE,
    regions: {
      "us-east-1": { subnetIds: subnets.listValue, securityGroupIds: ["sg-0d11", group.stringValue] },
    },
  });
  const key = new KeySet(orders, "storage", KEY);
  new SingleRegionDatabase(orders, "ledger", { ...POSTGRES, key, databaseName: "ledger" });
  app.synth();
  const { resource } = read("orders");
  const subnetGroup = resource?.["aws_db_subnet_group"]?.["databases_us_east_1"];
  expect(subnetGroup?.["subnet_ids"]).toMatch(/^\$\{data\.terraform_remote_state\./);
  expect(resource?.["aws_db_instance"]?.["ledger_us_east_1"]?.["vpc_security_group_ids"]).toEqual([
    expect.stringMatching(/^\$\{data\.terraform_remote_state\./) as string,
    "sg-0d11",
  ]);
});

test.each(["arns", "ids"])(
  "keys that stand already answer the ARN that was given as %s, and the id in it",
  (field) => {
    const orders = new DeploymentStack(createApp(), "orders", WHERE);
    const id = "11111111-2222-3333-4444-555555555555";
    const arn = `arn:aws:kms:us-east-1:111122223333:key/${id}`;
    const existing = new KeySet(orders, "existing", { strategy: "existing", [field]: { "us-east-1": arn } });
    expect([existing.keyArn("us-east-1"), existing.keyId("us-east-1")]).toEqual([arn, id]);
    expect(existing.regions).toEqual(["us-east-1"]);
  },
);

describe("on Google Cloud", () => {
  const GOOGLE: DeploymentStackConfig = {
    provider: {
      name: "google",
      project: "acme-orders",
      projectNumber: "123456789012",
      network: { vpc: "projects/acme-orders/global/networks/private" },
    },
    primaryRegion: "us-central1",
    regions: ["us-central1", "europe-west4"],
  };
  const GOOGLE_KEY: KeySetConfig = {
    strategy: "single-region",
    policy: { administrators: ["group:key-admins@acme.example"] },
  };
  const CLOUD_SQL: Omit<DatabaseConfig, "key"> = {
    engine: "postgres",
    engineVersion: "16",
    instances: { class: "db-custom-2-8192" },
    storage: { allocatedGiB: 100 },
  };
  const ALLOYDB: Omit<DatabaseConfig, "key"> = {
    engine: "alloydb-postgresql",
    engineVersion: "16",
    instances: { class: "n2-highmem-4" },
  };

  function create() {
    const app = createApp();
    const orders = new DeploymentStack(app, "orders", GOOGLE);
    const key = new KeySet(orders, "storage", GOOGLE_KEY);
    return { app, orders, key };
  }

  it("the same values say where databases can be reached and what keys are called", () => {
    const { app, orders, key } = create();
    const carts = new ReadReplicas(orders, "carts", { ...CLOUD_SQL, key, replicas: 2 });
    const books = new SingleRegionDatabase(orders, "books", { ...CLOUD_SQL, key });
    const shop = new SingleRegionDatabase(orders, "shop", { ...ALLOYDB, key });
    const ledger = new GlobalDatabase(orders, "ledger", { ...ALLOYDB, key });
    [
      key.keyId("us-central1"),
      key.keyArn("us-central1"),
      carts.endpoint,
      carts.connectionName,
      carts.replicaEndpoints("europe-west4"),
      books.endpoint,
      shop.endpoint,
      shop.clusterName,
      ledger.clusterEndpoint("europe-west4"),
      ledger.clusterName("us-central1"),
    ].forEach((value, index) => new TerraformOutput(orders, `mine${index}`, { value }));
    app.synth();
    expect(valuesOf("orders", "mine")).toEqual([
      "${google_kms_crypto_key.storage_us_central1.id}",
      "${google_kms_crypto_key.storage_us_central1.id}",
      "${google_sql_database_instance.carts_us_central1.private_ip_address}",
      "${google_sql_database_instance.carts_us_central1.connection_name}",
      [
        "${google_sql_database_instance.carts_europe_west4_replica_1.private_ip_address}",
        "${google_sql_database_instance.carts_europe_west4_replica_2.private_ip_address}",
      ],
      "${google_sql_database_instance.books_us_central1.private_ip_address}",
      "${google_alloydb_instance.shop_us_central1.ip_address}",
      "${google_alloydb_cluster.shop_us_central1.name}",
      "${google_alloydb_instance.ledger_europe_west4.ip_address}",
      "${google_alloydb_cluster.ledger_us_central1.name}",
    ]);
  });

  it("what there is not is told with what there is", () => {
    const { app, orders, key } = create();
    const ledger = new GlobalDatabase(orders, "ledger", { ...ALLOYDB, key });
    new TerraformOutput(orders, "mine", { value: ledger.readerEndpoint("europe-west4") });
    expect(() => app.synth()).toThrow(
      "[orders/ledger] has no readerEndpoint for europe-west4: it has clusterEndpoint, clusterName",
    );
  });
});
