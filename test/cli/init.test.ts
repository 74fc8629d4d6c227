import { compile } from "../../src/compile";
import { hasErrors } from "../../src/diagnostics/result";
import { runInMemory, runOnTerminal } from "../support/command-line";
import { readText } from "../support/repository";

const DEFAULTS = ["init", "--yes"];

/** Whether a spec that was written compiles. */
function compiles(text: string | undefined): boolean {
  return text !== undefined && !hasErrors(compile({ name: "spec.yaml", text }).diagnostics);
}

test("on a terminal it asks what decides, writes what is wanted, and says what comes next", async () => {
  const answers = [
    "shop",
    "eu-west-1, eu-central-1",
    "postgres",
    ...new Array<string>(8).fill("n"),
    "y",
    "y",
    "n",
    "y",
  ];
  const { exitCode, out, questions, files } = await runOnTerminal(answers, {}, "init");
  expect(exitCode).toBe(0);
  expect(questions).toHaveLength(answers.length);
  expect([...files.keys()]).toEqual([
    "specs/shop.yaml",
    "cdktf.json",
    ".github/workflows/keyspan.yml",
    ".pre-commit-config.yaml",
  ]);
  expect(compiles(files.get("specs/shop.yaml"))).toBe(true);
  expect(out).toContain("written: specs/shop.yaml\n");
  expect(out).toContain("keyspan emit specs/shop.yaml --out out\n");
});

test("without a terminal it takes the defaults, or what options answer", async () => {
  const byDefault = await runOnTerminal([], {}, ...DEFAULTS);
  expect([...byDefault.files.keys()]).toEqual(["specs/orders.yaml"]);
  const answered = ["init", "--name", "keys", "--regions", "eu-west-1", "--with", "gitlab,cdktf"];
  const { files, questions } = await runOnTerminal([], {}, ...answered);
  expect(questions).toEqual([]);
  expect([...files.keys()]).toEqual(["specs/keys.yaml", "cdktf.json", "keyspan.gitlab-ci.yml"]);
  expect([byDefault.files.get("specs/orders.yaml"), files.get("specs/keys.yaml")].map(compiles)).toEqual([
    true,
    true,
  ]);
});

test("an example is written with the schema of the installed package, and nothing else is changed", async () => {
  const { files } = await runOnTerminal([], {}, "init", "--from", "govcloud-mysql");
  const [first = "", ...lines] = (files.get("specs/govcloud-mysql.yaml") ?? "").split("\n");
  expect(first).toBe("# yaml-language-server: $schema=../node_modules/keyspan/schema/keyspan.v1.schema.json");
  expect(lines).toEqual(readText("examples/govcloud-mysql.yaml").split("\n").slice(1));
});

test("nothing is overwritten, and nothing is written beside what is there", async () => {
  const before = { "cdktf.json": "{}" };
  const { exitCode, err, files } = await runOnTerminal([], before, ...DEFAULTS, "--with", "cdktf,github");
  expect({ exitCode, files: Object.fromEntries(files) }).toEqual({ exitCode: 1, files: before });
  expect(err).toBe("keyspan: cdktf.json is there already\nkeyspan: nothing was written\n");
});

test.each([
  [["init"], 1, "there is no terminal to ask on"],
  [["init", "--from", "govcloud-mysq"], 64, "did you mean govcloud-mysql?"],
  [["init", "--yes", "--with", "jenkins"], 64, 'There is no file "jenkins"'],
  [["init", "--regions", "eu-west-9"], 64, "--regions: there is no Region eu-west-9"],
])("%j ends with %i and says why", async (args, exitCode, message) => {
  const run = await runInMemory({}, ...args);
  expect(run.exitCode).toBe(exitCode);
  expect(run.err).toContain(message);
});

test("answers that end early write nothing", async () => {
  const { exitCode, files } = await runOnTerminal(["shop"], {}, "init");
  expect([exitCode, files.size]).toEqual([1, 0]);
});

test("what is written ships with the package", () => {
  const { files } = JSON.parse(readText("package.json")) as { files: readonly string[] };
  expect(files).toEqual(expect.arrayContaining(["examples/*.yaml", "examples/ci", "schema"]));
});
