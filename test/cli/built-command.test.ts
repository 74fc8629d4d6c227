import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { writeFiles } from "../support/faults/scratch-folder";
import { ROOT } from "../support/repository";

/* What a real process alone can show: pipes, devices, and programs that are not there. */

const SPEC = `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1]
keys:
  storage: { strategy: single-region }
`;

let command = "";
let folder = "";

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
  execFileSync(process.execPath, [path.join(ROOT, "scripts/build.mjs"), path.join(folder, "package/dist")]);
  for (const name of ["package.json", "schema", "node_modules"])
    fs.symlinkSync(path.join(ROOT, name), path.join(folder, "package", name));
  command = `${process.execPath} ${path.join(folder, "package/dist/cli.js")}`;
  writeFiles(folder, { "orders.yaml": SPEC });
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function shell(script: string) {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

test("does its work when nobody reads what it prints", () => {
  const run = shell(`${command} emit orders.yaml | true; echo \${PIPESTATUS[0]}`);
  expect(run).toEqual({ status: 0, stdout: "0\n", stderr: "" });
  expect(shell(`${command} check orders.yaml`).status).toBe(0);
  const schema = shell(`${command} schema | head -1; echo \${PIPESTATUS[0]}`);
  expect(schema).toEqual({ status: 0, stdout: "{\n0\n", stderr: "" });
  expect(
    shell(`${command} validate nowhere.yaml 2>&1 >/dev/null | true; echo \${PIPESTATUS[0]}`).stdout,
  ).toBe("1\n");
});

test("tells that git is not installed", () => {
  const run = shell(`PATH=/nonexistent ${command} diff orders.yaml --against main`);
  expect([run.status, run.stderr]).toEqual([1, expect.stringContaining('at "main": git is not installed\n')]);
});

test("tells that its output cannot be written", () => {
  const run = shell(`${command} schema > /dev/full`);
  expect(run.status).toBe(1);
  expect(run.stderr).toContain(
    "<stdout>:1:1 error output/unwritable: this cannot be written: no space is left on the disk\n",
  );
  expect(shell(`${command} validate nowhere.yaml 2> /dev/full`).status).toBe(1);
});

test.each([
  ["a pipe", "cat orders.yaml | KEYSPAN validate -", 0, ""],
  ["a slow pipe", "(sleep 0.3; cat orders.yaml; sleep 0.2) | KEYSPAN validate -", 0, ""],
  ["a named pipe", "mkfifo pipe; cat orders.yaml > pipe & KEYSPAN validate pipe", 0, ""],
  ["a substituted process", "KEYSPAN validate <(cat orders.yaml)", 0, ""],
  ["nothing", "KEYSPAN validate - < /dev/null", 1, "spec/empty-document"],
  ["a folder as standard input", "KEYSPAN validate - < .", 1, "the file cannot be read: it is a folder"],
  ["a closed standard input", "KEYSPAN validate - <&-", 1, "error spec/"],
])("reads a spec from %s", (_, script, status, err) => {
  const run = shell(script.replace("KEYSPAN", command));
  expect([run.status, run.stderr]).toEqual([status, expect.stringContaining(err)]);
});

test("takes the code that the build kept of it, and does without where that is of no use", () => {
  const kept = path.join(folder, "package/dist/command.cache");
  const isRefused = `const { compileCommand, KEPT } = require("./package/dist/cli.js");
    console.log(compileCommand(require("node:fs").readFileSync(KEPT)).cachedDataRejected);`;
  expect(shell(`${process.execPath} -e '${isRefused}'`).stdout).toBe("false\n");
  const printed = shell(`${command} show orders.yaml`);
  expect(printed.status).toBe(0);
  fs.writeFileSync(kept, "of another version of Node");
  expect(shell(`${command} show orders.yaml`)).toEqual(printed);
  fs.rmSync(kept);
  expect(shell(`${command} show orders.yaml`)).toEqual(printed);
});
