import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createProcessHost } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { ROOT } from "../support/repository";

let folder = "";

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

const SPEC = `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1]
keys:
  storage: { strategy: single-region, deletionWindowDays: 30 }
`;

async function run(...args: string[]) {
  const printed = { out: "", error: "" };
  const host = {
    ...createProcessHost(ROOT),
    printOut: (text: string) => void (printed.out += text),
    printError: (text: string) => void (printed.error += text),
  };
  return { exitCode: await main(host, args), ...printed };
}

const spec = () => path.join(folder, "orders.yaml");
const out = () => path.join(folder, "out");
const diff = (...args: string[]) => run("diff", spec(), "--out", out(), ...args);

async function emitted(): Promise<void> {
  fs.writeFileSync(spec(), SPEC);
  expect((await run("emit", spec(), "--out", out())).exitCode).toBe(0);
}

function git(...args: string[]): void {
  const identity = [
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.com",
    "-c",
    "commit.gpgsign=false",
  ];
  execFileSync("git", ["-C", folder, ...identity, ...args], { stdio: "pipe" });
}

test("a golden that is up to date has nothing to review", async () => {
  await emitted();
  expect(await diff()).toEqual({ exitCode: 0, out: "orders: no change; 2 resources unchanged\n", error: "" });
});

test("an edit by hand counts: what is there is compared, not what was written", async () => {
  await emitted();
  const file = path.join(out(), "orders/keys.tf");
  fs.writeFileSync(
    file,
    fs.readFileSync(file, "utf8").replace("multi_region            = false", "multi_region = true"),
  );
  const { exitCode, out: text } = await diff();
  expect(exitCode).toBe(2);
  expect(text).toContain("-/+ aws_kms_key.storage_us_east_1");
});

test("a golden is read at a commit, though the working tree has moved on", async () => {
  await emitted();
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "golden");
  fs.writeFileSync(spec(), SPEC.replace("30", "7"));
  expect((await run("emit", spec(), "--out", out())).exitCode).toBe(0);
  expect((await diff()).exitCode).toBe(0);
  const { exitCode, out: text } = await diff("--against", "HEAD", "--format", "json");
  expect(exitCode).toBe(2);
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    deployments: [{ deployment: "orders", summary: { update: 1, unchanged: 1 } }],
  });
});

test("a commit that is not there is a mistake of the user", async () => {
  await emitted();
  git("init", "--quiet");
  const { exitCode, error } = await diff("--against", "no-such-branch");
  expect(exitCode).toBe(1);
  expect(error).toContain("output/unknown-reference");
});

test("a golden that is not HCL is a mistake of the user", async () => {
  await emitted();
  fs.writeFileSync(path.join(out(), "orders/keys.tf"), "resource {\n");
  const { exitCode, error } = await diff();
  expect(exitCode).toBe(1);
  expect(error).toContain("output/not-hcl");
});

test("--fail-on fails for what it names and nothing less", async () => {
  await emitted();
  fs.writeFileSync(spec(), SPEC.replace("30", "7"));
  expect((await diff("--fail-on", "destroy")).exitCode).toBe(0);
  expect((await diff("--fail-on", "replace")).exitCode).toBe(0);
  expect((await diff("--fail-on", "any")).exitCode).toBe(2);
  fs.writeFileSync(spec(), SPEC.replace("storage:", "vault:"));
  expect((await diff("--fail-on", "destroy")).exitCode).toBe(2);
});

test("--format html prints one page, with the exit code of any other form", async () => {
  await emitted();
  fs.writeFileSync(spec(), SPEC.replace("30", "7"));
  const { exitCode, out: page } = await diff("--format", "html");
  expect(exitCode).toBe(2);
  expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  expect(page).toContain("deletion_window_in_days");
  expect(page).not.toContain(".keyspan.json");
});

test("a file beside the golden that nobody owns stands on both sides", async () => {
  await emitted();
  fs.writeFileSync(
    path.join(out(), "orders/mine.tf"),
    'resource "aws_s3_bucket" "mine" {\n  bucket = "mine"\n}\n',
  );
  expect((await diff()).out).toBe("orders: no change; 3 resources unchanged\n");
});

describe("a deployment without a golden, beside one that was emitted from a spec of the same file name", () => {
  const rename = (to: string) => fs.writeFileSync(spec(), SPEC.replace("name: orders", `name: ${to}`));

  test("may have been it, and what that one made stays", async () => {
    await emitted();
    rename("shop");
    const { exitCode, out: printed } = await diff();
    expect(exitCode).toBe(2);
    expect(printed).toContain(
      `Availability: \`${path.join(out(), "orders")}\` was emitted from \`orders.yaml\`, too.`,
    );
    expect(printed).toContain("give the deployment its former name again");
    expect(JSON.parse((await diff("--format", "json")).out)).toMatchObject({
      deployments: [{ changes: [{ finding: { code: "deployment-renamed" } }] }],
    });
  });

  test("is not, once it has a golden of its own", async () => {
    await emitted();
    rename("shop");
    expect((await run("emit", spec(), "--out", out())).exitCode).toBe(0);
    fs.writeFileSync(spec(), SPEC.replace("name: orders", "name: shop").replace("30", "20"));
    expect((await diff()).out).not.toContain("emitted from");
  });

  test("is not, where that one comes from another file", async () => {
    await emitted();
    fs.writeFileSync(path.join(folder, "shop.yaml"), SPEC.replace("name: orders", "name: shop"));
    const { out: printed } = await run("diff", path.join(folder, "shop.yaml"), "--out", out());
    expect(printed).not.toContain("emitted from");
  });
});
