import * as fs from "node:fs";
import * as path from "node:path";
import { filesBelow, inScratchFolder, writeFiles } from "../support/faults/scratch-folder";
import { runOnDisk } from "../support/run-on-disk";

/*
 * Links in the output folder are not followed, wherever they lead: what they lead to is neither written nor removed,
 * and what stands there is not taken for the golden.
 */

const SPEC = `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1]
keys:
  storage: { strategy: single-region }
`;

interface Case {
  readonly title: string;
  /** From the output folder: where a link stands after an emit, and where it leads to. */
  readonly link: string;
  readonly target: string;
  readonly emit: string;
  /** What `check` and `diff` say; nothing where the link is told as a difference. */
  readonly check: string;
}

const CASES: readonly Case[] = [
  {
    title: "the folder of the deployment",
    link: "orders",
    target: "../elsewhere/orders",
    emit: "output/not-a-folder out/orders",
    check: "output/not-a-folder out/orders",
  },
  {
    title: "the folder of the deployment, which leads nowhere",
    link: "orders",
    target: "../nowhere",
    emit: "output/not-a-folder out/orders",
    check: "output/not-a-folder out/orders",
  },
  {
    title: "a file",
    link: "orders/main.tf",
    target: "../../elsewhere/orders/main.tf",
    emit: "output/blocked out/orders/main.tf",
    check: "not a file: out/orders/main.tf",
  },
  {
    title: "a file, which leads nowhere",
    link: "orders/main.tf",
    target: "../../elsewhere/new",
    emit: "output/blocked out/orders/main.tf",
    check: "not a file: out/orders/main.tf",
  },
  {
    title: "a folder below the deployment's",
    link: "orders/tests",
    target: "../../elsewhere/orders/tests",
    emit: "output/blocked out/orders/tests/keyspan.tftest.hcl",
    check: "not a file: out/orders/tests/keyspan.tftest.hcl",
  },
  {
    title: "the manifest",
    link: "orders/.keyspan.json",
    target: "../../elsewhere/orders/.keyspan.json",
    emit: "output/damaged-manifest out/orders/.keyspan.json",
    check: "output/damaged-manifest out/orders/.keyspan.json",
  },
];

test.each(CASES)("a link in the place of $title is not followed", async ({ link, target, emit, check }) => {
  await inScratchFolder(async (folder) => {
    const at = (file: string) => path.join(folder, file);
    const told = (text: string) => text.replaceAll(`${folder}/`, "");
    const args = [at("orders.yaml"), "--out", at("out")];
    writeFiles(folder, { "orders.yaml": SPEC });
    await runOnDisk(["emit", ...args]);
    // What is elsewhere is older: to follow the link would be to change it.
    fs.cpSync(at("out"), at("elsewhere"), { recursive: true });
    const elsewhere = filesBelow(at("elsewhere"));
    writeFiles(folder, { "orders.yaml": SPEC.replace("storage:", "vault:") });
    fs.rmSync(path.join(at("out"), link), { recursive: true });
    fs.symlinkSync(target, path.join(at("out"), link));

    for (const force of [[], ["--force"]]) {
      const run = await runOnDisk(["emit", ...args, ...force]);
      const [code = "", file = ""] = emit.split(" ");
      expect(run.exitCode).toBe(1);
      expect(told(run.err)).toContain(`${file}:1:1 error ${code}: `);
    }
    const checked = await runOnDisk(["check", ...args]);
    const [code = "", file = ""] = check.startsWith("output/") ? check.split(" ") : [];
    expect(checked.exitCode).toBe(code === "" ? 2 : 1);
    expect(told(checked.out + checked.err)).toContain(code === "" ? check : `${file}:1:1 error ${code}: `);
    // Nothing is reviewed as though it were the golden.
    const reviewed = await runOnDisk(["diff", ...args, "--format", "json"]);
    expect(reviewed.exitCode).toBe(emit.startsWith("output/not-a-folder") ? 1 : 2);
    expect(filesBelow(at("elsewhere"))).toEqual(elsewhere);
    expect(fs.readlinkSync(path.join(at("out"), link))).toBe(target);
  });
});

test("a file that is read through a link is no golden", async () => {
  await inScratchFolder(async (folder) => {
    const at = (file: string) => path.join(folder, file);
    const args = [at("orders.yaml"), "--out", at("out")];
    writeFiles(folder, { "orders.yaml": SPEC, "secret.tf": 'resource "a" "canary" {}\n' });
    await runOnDisk(["emit", ...args]);
    fs.symlinkSync(at("secret.tf"), at("out/orders/secret.tf"));
    const { exitCode, out } = await runOnDisk(["diff", ...args, "--format", "html"]);
    expect(exitCode).toBe(0);
    expect(out).not.toContain("canary");
  });
});

test("the output folder itself may be a link, for it is named by the user", async () => {
  await inScratchFolder(async (folder) => {
    const at = (file: string) => path.join(folder, file);
    writeFiles(folder, { "orders.yaml": SPEC, "elsewhere/.keep": "" });
    fs.symlinkSync("elsewhere", at("out"));
    const { exitCode } = await runOnDisk(["emit", at("orders.yaml"), "--out", at("out")]);
    expect(exitCode).toBe(0);
    expect([...filesBelow(at("elsewhere")).keys()]).toContain("orders/main.tf");
  });
});

test("a link where a file is written beside its place is not followed", async () => {
  await inScratchFolder(async (folder) => {
    const at = (file: string) => path.join(folder, file);
    const args = ["emit", at("orders.yaml"), "--out", at("out")];
    writeFiles(folder, { "orders.yaml": SPEC, "precious.txt": "theirs\n" });
    fs.mkdirSync(at("out/orders"), { recursive: true });
    fs.symlinkSync(at("precious.txt"), at(`out/orders/.main.tf.${process.pid}.keyspan-tmp`));
    expect((await runOnDisk(args)).exitCode).toBe(0);
    expect(fs.readFileSync(at("precious.txt"), "utf8")).toBe("theirs\n");
  });
});

test.each(["../escape.tf", "/tmp/escape.tf", "a/../../escape.tf", "a\\..\\escape.tf", "./main.tf", ""])(
  "a manifest cannot claim %j, which is outside of its folder",
  async (file) => {
    await inScratchFolder(async (folder) => {
      const at = (name: string) => path.join(folder, name);
      const manifest = JSON.stringify({ keyspan: 1, files: { [file]: "0".repeat(64) } });
      writeFiles(folder, {
        "orders.yaml": SPEC,
        "out/orders/.keyspan.json": manifest,
        "out/escape.tf": "theirs\n",
      });
      const { exitCode, err } = await runOnDisk(["emit", at("orders.yaml"), "--out", at("out"), "--force"]);
      expect(exitCode).toBe(1);
      expect(err).toContain("error output/damaged-manifest");
      expect(fs.readFileSync(at("out/escape.tf"), "utf8")).toBe("theirs\n");
    });
  },
);

test.each(["..", ".", "../orders", "a/b", "/etc", "C:", "con\\fig", "orders\u0000", ".git", "~"])(
  "a deployment cannot be called %j, and so not leave the output folder",
  async (name) => {
    await inScratchFolder(async (folder) => {
      const at = (file: string) => path.join(folder, file);
      writeFiles(folder, { "orders.yaml": SPEC.replace("orders", JSON.stringify(name)) });
      const { exitCode } = await runOnDisk(["emit", at("orders.yaml"), "--out", at("out/deep")]);
      expect(exitCode).toBe(1);
      expect([...filesBelow(folder).keys()]).toEqual(["orders.yaml"]);
    });
  },
);
