import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
// Loaded before the rights are given up: jest writes what it compiles to its cache.
import "../../src/cdktf/synth";
import "../../src/templates/index";
import { asNobody } from "../support/as-nobody";
import { filesBelow, inScratchFolder, writeFiles } from "../support/faults/scratch-folder";
import { ROOT } from "../support/repository";
import { runOnDisk } from "../support/run-on-disk";

/*
 * What the world has against a run is told as a diagnostic of the file that it is about, with exit code 1: it is
 * neither a bug nor a matter of the spec. Git, templates and goldens that are no HCL have tests of their own, too.
 */

const SPEC = `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1]
keys:
  storage: { strategy: single-region }
`;

/** Jest keeps what it makes of a command when it is first loaded, which somebody without rights cannot. */
beforeAll(async () => {
  const commands = path.join(ROOT, "src/cli/commands");
  await Promise.all(fs.readdirSync(commands).map((file) => import(path.join(commands, file))));
});

/** A folder that everybody may enter, with a spec and the output of it. */
function withOutput(
  use: (at: (file: string) => string, args: readonly string[]) => Promise<void>,
): Promise<void> {
  return inScratchFolder(async (folder) => {
    fs.chmodSync(folder, 0o755);
    const at = (file: string) => path.join(folder, file);
    const args = [at("orders.yaml"), "--out", at("out")];
    writeFiles(folder, { "orders.yaml": SPEC });
    expect((await runOnDisk(["emit", ...args])).exitCode).toBe(0);
    await use(at, args);
  });
}

/** Runs a command; answers its exit code and the diagnostics that it printed, without the folder of the test. */
async function told(args: readonly string[], folder: string): Promise<readonly [number, string]> {
  const { exitCode, err } = await runOnDisk(args);
  return [
    exitCode,
    err
      .replaceAll(`${folder}/`, "")
      .replace(/\n {2}help: .*/g, "")
      .trim(),
  ];
}

const COMMANDS = ["emit", "check", "diff"] as const;

test("a golden that may not be read is output/unreadable for every command that compares with it", async () => {
  await withOutput(async (at, args) => {
    fs.chmodSync(at("out/orders/keys.tf"), 0);
    for (const command of COMMANDS) {
      const result = await asNobody(() => told([command, ...args], at("")));
      expect(result).toEqual([
        1,
        "out/orders/keys.tf:1:1 error output/unreadable: this cannot be read: permission is denied",
      ]);
    }
  });
});

test("a folder of the golden that may not be read is told, and not taken for an empty one", async () => {
  await withOutput(async (at, args) => {
    for (const [folder, mode] of [
      ["out/orders/tests", 0o000],
      ["out/orders", 0o600],
    ] as const) {
      fs.chmodSync(at(folder), mode);
      for (const command of COMMANDS) {
        const [exitCode, err] = await asNobody(() => told([command, ...args], at("")));
        expect([exitCode, err]).toEqual([1, expect.stringContaining("error output/unreadable: ")]);
      }
      fs.chmodSync(at(folder), 0o755);
    }
  });
});

test("a folder in which nothing may be written is told, and what needs no writing is done", async () => {
  await withOutput(async (at, args) => {
    expect(await asNobody(() => told(["emit", ...args], at("")))).toEqual([0, ""]);
    writeFiles(at(""), { "orders.yaml": SPEC.replace("storage", "vault") });
    const before = filesBelow(at("out"));
    const result = await asNobody(() => told(["emit", ...args], at("")));
    expect(result).toEqual([
      1,
      "out/orders:1:1 error output/unwritable: this cannot be written: permission is denied",
    ]);
    expect(filesBelow(at("out"))).toEqual(before);
    expect(await asNobody(() => told(["emit", args[0] ?? "", "--out", at("new")], at("")))).toEqual([
      1,
      "new/orders:1:1 error output/unwritable: this cannot be written: permission is denied",
    ]);
  });
});

test("one file may belong to somebody else: it is replaced if its folder may be written", async () => {
  await withOutput(async (at, args) => {
    writeFiles(at(""), { "orders.yaml": SPEC.replace("storage", "vault") });
    for (const folder of ["out/orders", "out/orders/tests"]) fs.chmodSync(at(folder), 0o777);
    expect(await asNobody(() => told(["emit", ...args], at("")))).toEqual([0, ""]);
    expect(await told(["check", ...args], at(""))).toEqual([0, ""]);
  });
});

test.each([
  ["the output folder", "out"],
  ["the folder of the deployment", "out/orders"],
])("a file where %s must be is output/not-a-folder", async (_, place) => {
  await withOutput(async (at, args) => {
    fs.rmSync(at(place), { recursive: true });
    writeFiles(at(""), { [place]: "theirs\n" });
    for (const command of COMMANDS) {
      expect(await told([command, ...args], at(""))).toEqual([
        1,
        `${place}:1:1 error output/not-a-folder: a folder would have to stand here, but there is a file, a link or a device`,
      ]);
    }
    expect(fs.readFileSync(at(place), "utf8")).toBe("theirs\n");
  });
});

test("a file where a folder below must be stands in the way", async () => {
  await withOutput(async (at, args) => {
    fs.rmSync(at("out/orders/tests"), { recursive: true });
    writeFiles(at(""), { "out/orders/tests": "theirs\n" });
    const [exitCode, err] = await told(["emit", ...args], at(""));
    expect([exitCode, err]).toEqual([
      1,
      expect.stringContaining("out/orders/tests/keyspan.tftest.hcl:1:1 error output/blocked"),
    ]);
    expect(fs.readFileSync(at("out/orders/tests"), "utf8")).toBe("theirs\n");
  });
});

test("an output folder below a file is told", async () => {
  await withOutput(async (at, [spec = ""]) => {
    const [exitCode, err] = await told(["emit", spec, "--out", at("orders.yaml/out")], at(""));
    expect([exitCode, err]).toEqual([
      1,
      expect.stringContaining("a step of its path is a file, not a folder"),
    ]);
  });
});

test("an output folder that is missing is missing to `check`, and new to `diff`", async () => {
  await withOutput(async (at, [spec = ""]) => {
    const missing = [spec, "--out", at("nowhere")];
    expect(await told(["check", ...missing], at(""))).toEqual([2, ""]);
    expect(await told(["diff", ...missing], at(""))).toEqual([2, ""]);
  });
});

const UNREADABLE: readonly (readonly [string, (file: string) => void, string])[] = [
  ["is missing", () => undefined, "there is no such file"],
  ["is a folder", (file) => fs.mkdirSync(file), "it is a folder"],
  ["may not be read", (file) => fs.writeFileSync(file, SPEC, { mode: 0 }), "permission is denied"],
  ["is a circle of links", (file) => fs.symlinkSync(file, file), "its path leads through a circle of links"],
];

test.each(UNREADABLE)("a spec that %s is spec/unreadable, and so are prices", async (_, make, reason) => {
  await withOutput(async (at, [spec = ""]) => {
    make(at("other"));
    const expected = [1, `other:1:1 error spec/unreadable: the file cannot be read: ${reason}`];
    expect(await asNobody(() => told(["validate", at("other")], at("")))).toEqual(expected);
    expect(await asNobody(() => told(["cost", spec, "--prices", at("other")], at("")))).toEqual(expected);
  });
});

test("a spec that is /dev/null is empty, and one that never ends is refused", async () => {
  expect(await told(["validate", "/dev/null"], "/dev")).toEqual([
    1,
    expect.stringContaining("spec/empty-document"),
  ]);
  const [exitCode, err] = await told(["validate", "/dev/zero"], "/dev");
  expect([exitCode, err]).toEqual([1, expect.stringContaining("error spec/")]);
});

test("a template that may not be read is told, and not taken for an empty one", async () => {
  await withOutput(async (at, args) => {
    writeFiles(at(""), { "templates/_header.hbs": "# ours\n" });
    fs.chmodSync(at("templates/_header.hbs"), 0);
    const result = await asNobody(() => told(["check", ...args, "--templates", at("templates")], at("")));
    expect(result).toEqual([
      1,
      "templates/_header.hbs:1:1 error output/unreadable: this cannot be read: permission is denied",
    ]);
  });
});

test.each([
  ["init", ["init", "--yes"], "specs/orders.yaml"],
  ["advise", ["advise", "--regions", "us-east-1", "--write", "new/orders.yaml"], "new/orders.yaml"],
  ["synth", ["synth", "orders.yaml"], "cdktf.out"],
])("%s in a folder in which nothing may be written is told", async (_, args, file) => {
  await withOutput(async (at) => {
    const cwd = process.cwd();
    process.chdir(at(""));
    try {
      const result = await asNobody(() => told(args, at("")));
      expect(result).toEqual([
        1,
        `${file}:1:1 error output/unwritable: this cannot be written: permission is denied`,
      ]);
    } finally {
      process.chdir(cwd);
    }
  });
});

test("what the disk refuses is told in the form that was asked for", async () => {
  await withOutput(async (at, args) => {
    fs.chmodSync(at("out/orders/keys.tf"), 0);
    const { err } = await asNobody(() => runOnDisk(["check", ...args, "--diagnostics", "json"]));
    expect(JSON.parse(err)).toMatchObject({
      diagnostics: [{ code: "output/unreadable", file: at("out/orders/keys.tf") }],
    });
  });
});

describe("git", () => {
  const git = (folder: string, ...args: readonly string[]) =>
    execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.com", ...args]);

  test.each([
    ["has no repository here", "main", false, "not a git repository"],
    ["does not know the reference", "orgin/main", true, "there is no such commit"],
    ["is given an option for a reference", "--output=/tmp/x", true, "there is no such commit"],
  ])("that %s is output/unknown-reference", async (_, reference, hasRepository, reason) => {
    await withOutput(async (at, args) => {
      if (hasRepository) {
        git(at(""), "init", "--quiet");
        git(at(""), "add", ".");
        git(at(""), "commit", "--quiet", "--message", "golden");
      }
      const [exitCode, err] = await told(["diff", ...args, `--against=${reference}`], at(""));
      expect([exitCode, err]).toEqual([1, expect.stringContaining("error output/unknown-reference: ")]);
      expect(err).toContain(reason);
    });
  });
});
