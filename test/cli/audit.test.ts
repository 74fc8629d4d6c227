import { main } from "../../src/cli/main";
import { createProcessHost } from "../../src/cli/host";
import { ROOT } from "../support/repository";
import { sarifErrors } from "../support/sarif";

interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line over specs in memory. */
async function run(specs: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const host = {
    ...createProcessHost(ROOT),
    readBytes: (file: string) => {
      const text = specs[file];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    printOut: (text: string) => out.push(text),
    printError: (text: string) => err.push(text),
  };
  const exitCode = await main(host, args);
  return { exitCode, out: out.join(""), err: err.join("") };
}

const HEAD = `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases }
  eu-west-1: { subnetGroupName: private-databases }
keys:
  storage: { strategy: single-region }
`;

const GLOBAL = `${HEAD}
databases:
  carts:
    engine: aurora-mysql
    engineVersion: 8.0.mysql_aurora.3.08.2
    topology: global-database
    key: storage
    instances: { class: db.r6g.large, count: 2 }
`;

test("the table says what fails, what is skipped and why, and what passes, within 80 columns", async () => {
  const { exitCode, out } = await run({ "orders.yaml": GLOBAL }, "audit", "orders.yaml");
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^orders: \d+ checks, \d+ passed, \d+ skipped, 0 failed\n/);
  expect(out).toContain(
    "\n  AWS supports no backtracking in an Aurora Global Database\n    CKV_AWS_326 (2), RDS.14 (2)\n",
  );
  expect(out).toContain("\npassed\n  checkov       CKV_AWS_7 ");
  expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("a check that is skipped by choice of the spec fails the run with --strict only", async () => {
  const spec = HEAD.replace("name: aws }", "name: aws, tags: { team: payments } }");
  const open = spec.replace("single-region }", "single-region, rotation: false }");
  expect((await run({ "orders.yaml": spec }, "audit", "orders.yaml", "--strict")).exitCode).toBe(0);
  expect((await run({ "orders.yaml": open }, "audit", "orders.yaml")).exitCode).toBe(0);
  expect((await run({ "orders.yaml": open }, "audit", "orders.yaml", "--strict")).exitCode).toBe(1);
});

test("a spec with errors is not audited", async () => {
  const { exitCode, out, err } = await run(
    { "orders.yaml": HEAD.replace("us-east-1\nregions", "mars-1\nregions") },
    "audit",
    "orders.yaml",
  );
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
  expect(err).toContain("orders.yaml:5:16 error");
});

test("the JSON form has its version, and each result its stack, address, status and reason", async () => {
  const { out } = await run({ "orders.yaml": GLOBAL }, "audit", "orders.yaml", "--json");
  const audit = JSON.parse(out) as {
    readonly keyspanAudit: number;
    readonly deployments: readonly {
      readonly name: string;
      readonly spec: string;
      readonly results: Readonly<Record<string, number>>;
      readonly checks: readonly { readonly id: string; readonly results: readonly unknown[] }[];
    }[];
  };
  expect(audit.keyspanAudit).toBe(1);
  const [deployment] = audit.deployments;
  expect(deployment).toMatchObject({ name: "orders", spec: "orders.yaml", results: { failed: 0 } });
  const backtracking = deployment?.checks.find(({ id }) => id === "CKV_AWS_326");
  expect(backtracking?.results[0]).toEqual({
    stack: "orders",
    address: "aws_rds_cluster.carts_us_east_1",
    status: "skipped",
    cause: "provider",
    reason: "AWS supports no backtracking in an Aurora Global Database",
  });
});

test("the SARIF form has a rule for each check and suppresses what is skipped, with the reason", async () => {
  const { out } = await run(
    { "specs/orders 1.yaml": GLOBAL },
    "audit",
    "specs/orders 1.yaml",
    "--format",
    "sarif",
  );
  expect(sarifErrors(out)).toEqual([]);
  expect(JSON.parse(out)).toMatchObject({
    runs: [
      {
        results: expect.arrayContaining([
          expect.objectContaining({
            ruleId: "CKV_AWS_326",
            kind: "fail",
            suppressions: [
              {
                kind: "inSource",
                status: "accepted",
                justification: "AWS supports no backtracking in an Aurora Global Database",
              },
            ],
          }) as unknown,
          expect.objectContaining({ ruleId: "CKV_AWS_7", kind: "pass", level: "none" }) as unknown,
        ]) as unknown,
      },
    ],
  });
});

test("explain prints a check: what it asks, where, and for which reasons it is skipped", async () => {
  const { exitCode, out } = await run({}, "explain", "CKV_AWS_326");
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^# CKV_AWS_326\n\nEnsure that RDS Aurora Clusters have backtracking enabled\n/);
  expect(out).toContain("aws_rds_cluster");
  expect(out).toContain("AWS supports no backtracking in an Aurora Global Database");
});

test.each(["ckv_aws_326", "AVD-AWS-0077", "rds.13", "keyspan/key-of-own-region"])(
  "explain knows %s too",
  async (id) => {
    expect((await run({}, "explain", id)).exitCode).toBe(0);
  },
);

test("explain suggests a check for one that is nearly right", async () => {
  const { exitCode, err } = await run({}, "explain", "CKV_AWS326");
  expect(exitCode).toBe(64);
  expect(err).toContain('did you mean "CKV_AWS_326"?');
});
