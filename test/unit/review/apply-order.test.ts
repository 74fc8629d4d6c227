import { codesOf, resourceOf, reviewSpecs } from "../../support/reviews";

/* Root modules are applied one after the other: a key that goes is taken from whatever another one has not changed yet. */

interface Given {
  readonly layout?: "single" | "layered" | "regional";
  /** The Regions of the database and of the key that encrypts it. */
  readonly regions?: string;
  /** The key that encrypts the logs; none: that of the database. */
  readonly logs?: boolean;
}

function spec({ layout = "layered", regions = "[us-east-1, eu-west-1]", logs = false }: Given): string {
  const members = regions.includes("eu-west-1")
    ? "{ eu-west-1: { replicas: 1 } }"
    : "{ us-east-1: { replicas: 1 } }";
  return `apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
terraform: { layout: ${layout} }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: db }
  eu-west-1: { subnetGroupName: db }
keys:
  storage: { strategy: single-region, regions: ${regions} }
${logs ? "  logs: { strategy: single-region, purpose: [logs], regions: [us-east-1, eu-west-1] }\n" : ""}databases:
  ledger:
    engine: postgres
    engineVersion: "16.6"
    topology: read-replicas
    key: storage
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 20 }
    regions: ${members}
${logs ? "    monitoring: { logKey: logs }\n" : ""}`;
}

const KEY = "aws_kms_key.storage_eu_west_1";

function orderOf(review: Parameters<typeof resourceOf>[0], address: string) {
  return resourceOf(review, address).findings.find(({ code }) => code === "apply-order")?.message;
}

test("a database that goes with its key goes first", async () => {
  const review = await reviewSpecs(spec({}), spec({ regions: "[us-east-1]" }));
  const message = orderOf(review, KEY);
  expect(message).toContain("until `orders-databases` is applied: apply that before `orders-keys`.");
  expect(message).toContain("`aws_db_instance.ledger_eu_west_1_replica_1`");
});

test("what is a replica of a key needs it too, in several root modules", async () => {
  const vault = (keys: string) => `apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
terraform: { layout: regional }
primaryRegion: us-east-1
regions: [us-east-1, eu-west-1, eu-central-1]
keys:
  rest: { strategy: multi-region, purpose: [client-side-encryption] }
${keys}`;
  const review = await reviewSpecs(
    vault("  tokens: { strategy: multi-region, purpose: [client-side-encryption] }\n"),
    vault(""),
  );
  expect(orderOf(review, "aws_kms_key.tokens_us_east_1")).toBe(
    "`aws_kms_replica_key.tokens_eu_central_1` and 1 more need it until `orders-keys-eu-central-1` and `orders-keys-eu-west-1` are applied: apply those before `orders-keys-us-east-1`.",
  );
});

test("a key that is left for one that must be prepared first goes later", async () => {
  const review = await reviewSpecs(spec({ logs: true }), spec({}));
  expect(orderOf(review, "aws_kms_key.logs_us_east_1")).toContain(
    "which needs what `orders-keys` brings: leave this key in the spec now",
  );
});

test.each(["single", "regional"] as const)(
  "in layout %s Terraform, or the README, has the order",
  async (layout) => {
    const review = await reviewSpecs(spec({ layout }), spec({ layout, regions: "[us-east-1]" }));
    expect(codesOf(review, KEY)).not.toContain("apply-order");
  },
);
