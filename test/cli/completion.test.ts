import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { runInMemory } from "../support/run-in-memory";

/* The scripts are run by the shells that they are for: bash always, zsh and fish where they are installed. */

let folder = "";

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
  for (const shell of ["bash", "zsh", "fish"]) {
    const { exitCode, out } = await runInMemory({}, ["completion", shell]);
    expect(exitCode).toBe(0);
    fs.writeFileSync(path.join(folder, `keyspan.${shell}`), out);
  }
  fs.mkdirSync(path.join(folder, "specs"));
  for (const file of ["orders.yaml", "my orders.yml", "notes.txt"])
    fs.writeFileSync(path.join(folder, file), "");
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function shell(command: string, script: string): string {
  return execFileSync(command, ["-c", script], { cwd: folder, encoding: "utf8", stdio: "pipe" });
}

/** What bash offers for command lines, each given as its words. */
function offered(lines: readonly (readonly string[])[]): string[][] {
  const script = lines.map((words) => {
    const list = words.map((word) => `'${word}'`).join(" ");
    return `COMP_WORDS=(keyspan ${list}); COMP_CWORD=${words.length}; _keyspan; printf '%s\\n' "\${COMPREPLY[@]}"; echo --end--`;
  });
  return shell("bash", `source ./keyspan.bash; ${script.join("; ")}`)
    .split("--end--\n")
    .slice(0, -1)
    .map((answer) => answer.split("\n").filter((word) => word !== ""));
}

test("bash completes commands, options, choices, codes and specs", () => {
  const [commands, options, forms, written, codes, specs, folders] = offered([
    ["va"],
    ["emit", "--te"],
    ["graph", "--format", ""],
    ["graph", "--format", "=", "s"],
    ["explain", "keys/alias-r"],
    ["validate", ""],
    ["emit", "--out", ""],
  ]);
  expect(commands).toEqual(["validate"]);
  expect(options).toEqual(["--templates"]);
  expect(forms).toEqual(["mermaid", "dot", "svg"]);
  expect(written).toEqual(["svg"]);
  expect(codes).toEqual(["keys/alias-reserved"]);
  expect(specs?.sort()).toEqual(["my orders.yml", "orders.yaml", "specs"]);
  expect(folders).toEqual(["specs"]);
});

test("every command and each of its options is completed in every shell", async () => {
  const { out } = await runInMemory({}, ["--help"]);
  const names = [...out.matchAll(/^ {2}([a-z]+) \[options\]/gm)].map(([, name]) => name ?? "");
  expect(names).toContain("completion");
  for (const one of ["bash", "zsh", "fish"]) {
    const script = fs.readFileSync(path.join(folder, `keyspan.${one}`), "utf8");
    for (const name of names) expect(script).toMatch(new RegExp(`\\b${name}\\b`));
    expect(script).toContain("fail-on");
  }
});

function isInstalled(command: string): boolean {
  try {
    execFileSync(command, ["-c", "true"], { stdio: "pipe" });
    return true;
  } catch {
    return false;
  }
}

const INSTALLED = ["bash", "zsh", "fish"].filter(isInstalled);

test.each(INSTALLED)("%s takes its script as it is", (one) => {
  expect(() =>
    execFileSync(one, ["-n", path.join(folder, `keyspan.${one}`)], { stdio: "pipe" }),
  ).not.toThrow();
});

const FISH_ANSWERS = INSTALLED.includes("fish")
  ? ([
      ["keyspan va", "validate"],
      ["keyspan graph --format s", "svg"],
      ["keyspan explain keys/alias-r", "keys/alias-reserved"],
    ] as const)
  : [];

test("fish, where it is installed, offers the same", () => {
  for (const [line, word] of FISH_ANSWERS)
    expect(shell("fish", `source keyspan.fish; complete -C '${line}'`).split(/[\t\n]/)).toContain(word);
});

test("a shell that keyspan does not know is wrong usage", async () => {
  const { exitCode, err } = await runInMemory({}, ["completion", "csh"]);
  expect(exitCode).toBe(64);
  expect(err).toContain("bash, zsh, fish");
});
