import type { PolicyCheck } from "../src/providers/policy-check";
import { allPolicyChecks } from "../src/providers/registry";

/** The page that lists every policy check. */
export const POLICY_CHECKS_PAGE = "docs/policy-checks.md";

const TOOLS: Readonly<Record<string, string>> = {
  checkov: "checkov",
  trivy: "trivy",
  tflint: "tflint",
  "security-hub": "AWS Security Hub",
  cis: "CIS Google Cloud Platform Foundation Benchmark",
  keyspan: "keyspan's own",
};

/** The page with its tables as they should be; the text before them is written by hand. */
export function fillPolicyChecksPage(page: string): string {
  const [before = ""] = page.split(MARK);
  const tables = Object.entries(TOOLS).map(([tool, heading]) => printTool(tool, heading));
  return `${before}${MARK}\n\n${tables.join("\n")}`;
}

const MARK = "<!-- checks -->";

function printTool(tool: string, heading: string): string {
  const rows = allPolicyChecks()
    .filter((check) => check.tool === tool)
    .map(printRow);
  return [
    `## ${heading}`,
    "",
    "| check | what it asks | severity | looks at | skipped because |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function printRow({ id, title, severity, link, resourceTypes, exceptions }: PolicyCheck): string {
  const types = resourceTypes.map((type) => `\`${type}\``).join(", ") || "root module";
  const reasons = exceptions.map(({ reason }) => reason).join("; ");
  const cells = [`[${id}](${link})`, title, severity, types, reasons];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
