import { createProcessHost } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { createDiagnostic } from "../../src/diagnostics/create-diagnostic";
import { printGithub } from "../../src/diagnostics/print-github";
import { createSourceFile } from "../../src/diagnostics/source-file";
import { ROOT } from "../support/repository";
import { sarifErrors } from "../support/sarif";

/* The forms of diagnostics that other programs read. */

const SPEC = `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: { us-east-1: { colour: red } }
keys:
  storage: { strategy: one-region }
`;

/** Validates a spec; answers what was printed on standard error. */
async function diagnose(file: string, text: string | undefined, form: string) {
  const printed: string[] = [];
  const host = {
    ...createProcessHost(ROOT),
    readBytes: () => (text === undefined ? undefined : new TextEncoder().encode(text)),
    printOut: () => undefined,
    printError: (line: string) => printed.push(line),
  };
  const exitCode = await main(host, ["validate", file, "--diagnostics", form]);
  return { exitCode, printed: printed.join("") };
}

test("SARIF has a rule with its page for each code, and each finding at its place", async () => {
  const { exitCode, printed } = await diagnose("specs/orders 1.yaml", SPEC, "sarif");
  expect(exitCode).toBe(1);
  expect(sarifErrors(printed)).toEqual([]);
  expect(JSON.parse(printed)).toMatchObject({
    runs: [
      {
        tool: {
          driver: {
            rules: [
              {
                id: "spec/unknown-field",
                helpUri: expect.stringMatching(/docs\/diagnostics\/spec\/unknown-field\.md$/) as unknown,
              },
              { id: "spec/unknown-value" },
            ],
          },
        },
        results: [
          {
            ruleId: "spec/unknown-field",
            level: "error",
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "specs/orders%201.yaml" },
                  region: { startLine: 5, startColumn: 25, endLine: 5, endColumn: 31 },
                },
              },
            ],
          },
          { ruleId: "spec/unknown-value", ruleIndex: 1 },
        ],
      },
    ],
  });
});

test("SARIF of a valid spec is a log without results, and of an unreadable one has no region", async () => {
  const valid = await diagnose(
    "orders.yaml",
    SPEC.replace("{ colour: red }", "{}").replace("one-", "single-"),
    "sarif",
  );
  expect(sarifErrors(valid.printed)).toEqual([]);
  expect(JSON.parse(valid.printed)).toMatchObject({ runs: [{ results: [] }] });
  const { printed } = await diagnose("orders.yaml", undefined, "sarif");
  expect(sarifErrors(printed)).toEqual([]);
  expect(printed).not.toContain("region");
});

test("a workflow command stands on one line for each finding, with its place and its code", async () => {
  const { exitCode, printed } = await diagnose("specs/a,b:c.yaml", SPEC, "github");
  expect(exitCode).toBe(1);
  expect(printed.split("\n")).toEqual([
    "::error file=specs/a%2Cb%3Ac.yaml,line=5,endLine=5,col=25,endColumn=31,title=spec/unknown-field::" +
      'unknown field "colour" in regions.us-east-1%0Ahelp: use one of subnetIds, subnetGroupName, securityGroupIds',
    expect.stringMatching(/^::error file=specs\/a%2Cb%3Ac.yaml,line=7,endLine=7,col=24,.*::.*"one-region"/),
    "",
  ]);
});

test("what is about a file as a whole has no line", async () => {
  const { printed } = await diagnose("orders.yaml", undefined, "github");
  expect(printed).toMatch(
    /^::error file=orders.yaml,title=spec\/unreadable::the file cannot be read: there is no such file%0Ahelp: /,
  );
});

test("nothing in a spec can end a workflow command or begin another", () => {
  const key = "50%\r\n::error::forged\u2028::add-mask::x";
  const file = createSourceFile("a\n::error::forged", "name: x\n");
  const at = { start: 0, end: 4 };
  const printed = printGithub([createDiagnostic("spec/duplicate-key", { key }, file, at)]);
  expect(printed.match(/^::/gm)).toHaveLength(1);
  expect(printed.match(/[\r\n\u2028]/g)).toHaveLength(1);
  expect(printed).toContain('"50%25 ::error::forged ::add-mask::x"');
});
