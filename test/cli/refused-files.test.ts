import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createProcessHost } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { ROOT } from "../support/repository";

/*
 * Refusals that a spec alone cannot show: they are about files. Each test has a folder of its own on the real
 * disk, for links and permissions are what it is about.
 */

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
  storage: { strategy: single-region }
`;

function write(file: string, content: string | Uint8Array): string {
  const absolute = path.join(folder, file);
  fs.mkdirSync(path.dirname(absolute), { recursive: true });
  fs.writeFileSync(absolute, content);
  return absolute;
}

/** Runs a command; what it finds comes back as `code file`, files relative to the test's folder. */
async function run(...args: string[]) {
  const printed: string[] = [];
  const host = {
    ...createProcessHost(ROOT),
    printOut: () => undefined,
    printError: (text: string) => printed.push(text),
  };
  const exitCode = await main(host, [...args, "--diagnostics", "json"]);
  const { diagnostics } = JSON.parse(printed.join("") || '{"diagnostics":[]}') as {
    diagnostics: { code: string; file: string }[];
  };
  return { exitCode, found: diagnostics.map(({ code, file }) => `${code} ${path.relative(folder, file)}`) };
}

/** Emits the spec once; answers how to emit it again. */
async function emitted(): Promise<string[]> {
  const args = ["emit", write("orders.yaml", SPEC), "--out", path.join(folder, "out")];
  expect(await run(...args)).toEqual({ exitCode: 0, found: [] });
  return args;
}

test("a spec that is not there is unreadable", async () => {
  const result = await run("validate", path.join(folder, "orders.yaml"));
  expect(result).toEqual({ exitCode: 1, found: ["spec/unreadable orders.yaml"] });
});

test("a spec in another encoding is refused", async () => {
  const file = write("orders.yaml", Buffer.from("# Schl\u00fcssel\n", "latin1"));
  expect(await run("validate", file)).toEqual({ exitCode: 1, found: ["spec/not-utf8 orders.yaml"] });
});

test("two specs with one name are refused at the second", async () => {
  const result = await run("validate", write("blue.yaml", SPEC), write("green.yaml", SPEC));
  expect(result).toEqual({ exitCode: 1, found: ["output/duplicate-deployment green.yaml"] });
});

test("a file that was edited by hand is overwritten by force only", async () => {
  const args = await emitted();
  fs.appendFileSync(path.join(folder, "out/orders/keys.tf"), "# mine\n");
  expect(await run(...args)).toEqual({ exitCode: 1, found: ["output/edited out/orders/keys.tf"] });
  expect(await run(...args, "--force")).toEqual({ exitCode: 0, found: [] });
});

test("a file of somebody else is never overwritten, and nothing else is written", async () => {
  write("out/orders/keys.tf", "# theirs\n");
  const args = ["emit", write("orders.yaml", SPEC), "--out", path.join(folder, "out"), "--force"];
  expect(await run(...args)).toEqual({ exitCode: 1, found: ["output/foreign out/orders/keys.tf"] });
  expect(fs.readdirSync(path.join(folder, "out/orders"))).toEqual(["keys.tf"]);
});

test("a link in the place of a file is not followed", async () => {
  const args = await emitted();
  const target = write("precious.txt", "theirs\n");
  fs.rmSync(path.join(folder, "out/orders/keys.tf"));
  fs.symlinkSync(target, path.join(folder, "out/orders/keys.tf"));
  expect(await run(...args, "--force")).toEqual({
    exitCode: 1,
    found: ["output/blocked out/orders/keys.tf"],
  });
  expect(fs.readFileSync(target, "utf8")).toBe("theirs\n");
});

test("a manifest that cannot be read leaves the folder as it is", async () => {
  const args = await emitted();
  write("out/orders/.keyspan.json", "<<<<<<< HEAD\n");
  expect(await run(...args, "--force")).toEqual({
    exitCode: 1,
    found: ["output/damaged-manifest out/orders/.keyspan.json"],
  });
});
