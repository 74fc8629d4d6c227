import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createProcessHost } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { ROOT } from "../support/repository";

/* What version control does to a folder: other ends of lines, and manifests that no longer fit the files. */

let folder = "";
let printed = "";

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
  spec("first");
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function spec(description: string): void {
  const text = `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1]
keys:
  storage: { strategy: single-region, description: ${description} }
`;
  fs.writeFileSync(path.join(folder, "orders.yaml"), text);
}

const inFolder = (file: string) => path.join(folder, "out/orders", file);

async function run(command: string, ...more: string[]): Promise<number> {
  printed = "";
  const print = (text: string) => void (printed += text.replaceAll(folder, ""));
  const host = { ...createProcessHost(ROOT), printOut: print, printError: print };
  return main(host, [command, path.join(folder, "orders.yaml"), ...more, "--out", path.join(folder, "out")]);
}

function checkOutOnWindows(): void {
  for (const file of ["keys.tf", "README.md", ".keyspan.json"]) {
    const text = fs.readFileSync(inFolder(file), "utf8");
    fs.writeFileSync(inFolder(file), text.replaceAll("\n", "\r\n"));
  }
}

test("a checkout with other line ends is no edit", async () => {
  await run("emit");
  checkOutOnWindows();
  expect(await run("check")).toBe(0);
  spec("second");
  expect(await run("check")).toBe(2);
  expect(printed).toContain("stale: /out/orders/keys.tf");
  expect(await run("emit")).toBe(0);
  expect(fs.readFileSync(inFolder("keys.tf"), "utf8")).not.toContain("\r");
});

test("an edit in a checkout with other line ends is one", async () => {
  await run("emit");
  checkOutOnWindows();
  fs.appendFileSync(inFolder("keys.tf"), "# mine\r\n");
  expect(await run("check")).toBe(2);
  expect(printed).toBe("edited by hand: /out/orders/keys.tf\n");
});

test.each([
  ["missing", "created", () => fs.rmSync(inFolder(".keyspan.json"))],
  ["stale", "updated", () => fs.writeFileSync(inFolder(".keyspan.json"), '{ "keyspan": 1, "files": {} }')],
])("a manifest that is %s is told where the files are right", async (status, change, spoil) => {
  await run("emit");
  spoil();
  expect(await run("check")).toBe(2);
  expect(printed).toBe(`${status}: /out/orders/.keyspan.json\n`);
  expect(await run("emit")).toBe(0);
  expect(printed).toContain(`${change} /out/orders/.keyspan.json`);
  expect(await run("check")).toBe(0);
});

test("a spec that is named twice is one", async () => {
  const again = path.join(folder, ".", "x", "..", "orders.yaml");
  expect(await run("emit", again, path.join(folder, "orders.yaml"))).toBe(0);
  expect(await run("check", `${folder}//orders.yaml`)).toBe(0);
});

test("an output folder without a name is wrong usage", async () => {
  printed = "";
  const print = (text: string) => void (printed += text);
  const host = { ...createProcessHost(ROOT), printOut: print, printError: print };
  expect(await main(host, ["emit", path.join(folder, "orders.yaml"), "--out", ""])).toBe(64);
  expect(printed).toContain("It must name a folder.");
});
