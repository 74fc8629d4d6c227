import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { printCommands } from "../../../src/markdown/print-commands";

test("a short command stands on one line, a long one takes a line for each option", () => {
  const long = "arn:aws:rds:eu-west-1:111122223333:cluster:orders-ledger-eu-west-1-and-some-more";
  expect(
    printCommands([
      ["terraform", "init"],
      ["aws", "rds", "switchover-global-cluster", "--region", "us-east-1", "--target", long],
    ]),
  ).toBe(`terraform init\naws rds switchover-global-cluster \\\n  --region us-east-1 \\\n  --target ${long}`);
});

test("the shell reads each word as it was, whatever it holds", () => {
  const word = fc.string({ minLength: 1 }).filter((text) => !text.includes("\0"));
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const script = printCommands([["printf", "%s\\n", ...words.map((one) => `x${one}`)]]);
      const printed = execFileSync("sh", ["-c", script], { encoding: "utf8" });
      expect(printed).toBe(words.map((one) => `x${one}\n`).join(""));
    }),
    { numRuns: 50 },
  );
});
