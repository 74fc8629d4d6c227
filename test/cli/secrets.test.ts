import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { compile } from "../../src/compile";
import { printGithub } from "../../src/diagnostics/print-github";
import { printJson } from "../../src/diagnostics/print-json";
import { printDiagnosticsSarif } from "../../src/diagnostics/print-sarif";
import { printText } from "../../src/diagnostics/print-text";
import { filesBelow, writeFiles } from "../support/faults/scratch-folder";
import { ROOT } from "../support/repository";

/*
 * Secrets are put wherever one may be while keyspan runs; then everything that it prints and writes is searched for
 * them.
 */

const CANARY = "c4n4ry-5ecret";

const ENVIRONMENT = Object.fromEntries(
  [
    ...["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE", "AWS_REGION"],
    ...["TF_VAR_ledger_master_password", "TF_TOKEN_app_terraform_io", "GITHUB_TOKEN", "NPM_TOKEN", "LOGNAME"],
    ...["PGPASSWORD", "MYSQL_PWD", "KEYSPAN_PASSWORD", "MASTER_PASSWORD", "USER"],
  ].map((name) => [name, `${CANARY}-${name}`]),
);

/** Files beside the spec and in the golden that hold secrets: state, values of variables, a plan, an editor's copy. */
const PLANTED: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...[".env", "terraform.tfvars", ".terraformrc", ".aws/credentials", ".npmrc"],
    ...["out/orders/terraform.tfvars", "out/orders/secret.auto.tfvars", "out/orders/prod.auto.tfvars.json"],
    ...["out/orders/terraform.tfstate", "out/orders/terraform.tfstate.backup", "out/orders/.envrc"],
    ...["out/orders/plan.out", "out/orders/.terraform/environment", "out/orders/main.tf.orig"],
  ].map((file) => [
    file,
    file.endsWith(".json") ? `{"password": "${CANARY}"}\n` : `password = "${CANARY}"\n`,
  ]),
);

const SPEC = `apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private, securityGroupIds: [sg-0d11] }
keys:
  storage:
    strategy: single-region
    policy: { operators: ["arn:aws:iam::111122223333:role/Deployer"] }
databases:
  ledger:
    engine: postgres
    engineVersion: "16.6"
    topology: single-region
    key: storage
    masterPassword: variable
    instances: { class: db.r6g.large }
    storage: { allocatedGiB: 100 }
`;

const COMMANDS: readonly (readonly string[])[] = [
  ["emit", "orders.yaml", "--debug"],
  ["synth", "orders.yaml"],
  ["check", "orders.yaml"],
  ...["text", "markdown", "json", "html"].map((format) => ["diff", "changed.yaml", "--format", format]),
  ["diff", "changed.yaml", "--format", "html", "--against", "HEAD"],
  ["show", "orders.yaml", "--json"],
  ["audit", "orders.yaml", "--format", "sarif"],
  ["advise", "orders.yaml", "--json"],
  ["cost", "orders.yaml", "--json"],
  ["graph", "orders.yaml", "--format", "svg"],
  ["init", "--yes", "--name", "fresh"],
  ["emit", "changed.yaml"],
];

test("no secret of the environment or of files beside the golden is printed or written", () => {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "keyspan-"));
  try {
    execFileSync(process.execPath, [path.join(ROOT, "scripts/build.mjs"), path.join(folder, "package/dist")]);
    for (const name of ["package.json", "schema", "node_modules", "docs", "examples"])
      fs.symlinkSync(path.join(ROOT, name), path.join(folder, "package", name));
    const work = path.join(folder, "work");
    const env = { ...ENVIRONMENT, PATH: process.env["PATH"], HOME: work };
    const run = (program: string, ...args: readonly string[]) =>
      spawnSync(program, args, { cwd: work, env, encoding: "utf8" });
    const keyspan = (...args: readonly string[]) =>
      run(process.execPath, path.join(folder, "package/dist/cli.js"), ...args);
    const changed = SPEC.replaceAll("ledger", "journal").replace("r6g.large", "r6g.xlarge");
    writeFiles(work, { "orders.yaml": SPEC, "changed.yaml": changed });
    expect(keyspan("emit", "orders.yaml").status).toBe(0);
    run("git", "init", "--quiet");
    run("git", "add", "out");
    const as = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    expect(run("git", ...as, "commit", "--quiet", "--message", "golden").status).toBe(0);
    writeFiles(work, PLANTED);

    for (const args of COMMANDS) {
      const { status, stdout, stderr } = keyspan(...args);
      expect([args, [0, 1, 2].includes(status ?? 70)]).toEqual([args, true]);
      expect([args, (stdout + stderr).includes(CANARY)]).toEqual([args, false]);
    }
    const holding = [...filesBelow(work)].filter(([, content]) => content.includes(CANARY));
    expect(holding.map(([file]) => file).sort()).toEqual(Object.keys(PLANTED).sort());
    expect(fs.existsSync(path.join(work, "cdktf.out/stacks/orders/cdk.tf.json"))).toBe(true);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

/** Ways in which a password may be written into a spec by mistake. */
const WRITTEN: readonly (readonly [string, string])[] = [
  ["plainly", `masterPassword: ${CANARY}`],
  ["in quotes", `masterPassword: "${CANARY}"`],
  ["over several lines", `masterPassword: |\n      ${CANARY}\n      ${CANARY}`],
  ["under a name that there is not", `masterUserPassword: ${CANARY}`],
  ["under another one", `password: '${CANARY}'`],
  ["as a map", `masterPassword: { secret: ${CANARY} }`],
  ["beside a slip in the same line", `{masterPassword: ${CANARY}, sise: 1}`],
];

test.each(WRITTEN)("a password that stands in a spec %s is refused, and not shown", (_, line) => {
  const text = line.startsWith("{")
    ? SPEC.replace("storage: { allocatedGiB: 100 }", `storage: ${line}`)
    : SPEC.replace("masterPassword: variable", line);
  const { diagnostics, deployment } = compile({ name: "orders.yaml", text });
  expect(deployment).toBeUndefined();
  const printed = [
    printText(diagnostics, { color: true }),
    printJson(diagnostics),
    printGithub(diagnostics),
    printDiagnosticsSarif(diagnostics, "1"),
  ].join("\n");
  expect(printed).toContain("orders.yaml");
  expect(printed).not.toContain(CANARY);
});

test("a tag whose name sounds like a secret keeps its value", () => {
  const text = SPEC.replace(`"111122223333" }`, `"111122223333", tags: { secret-owner: platform } }`);
  const { deployment } = compile({ name: "orders.yaml", text });
  expect(JSON.stringify(deployment?.programs)).toContain("platform");
});
