import type { PolicyCheck } from "../../providers/policy-check";
import { SKIP_CAUSES } from "./skip-causes";

/** The page of a policy check, as `explain` prints it. */
export function printCheckPage({ id, tool, severity, title, link, ...check }: PolicyCheck): string {
  const types = check.resourceTypes.map((type) => `- ${type}`);
  const reasons = check.exceptions.map(({ cause, reason }) => `- ${reason} (${SKIP_CAUSES[cause]})`);
  const lines = [
    `# ${id}`,
    "",
    title,
    "",
    `A check of ${tool}, severity: ${severity}.`,
    "",
    "## Looks at",
    "",
    ...(types.length === 0 ? ["- the root module as a whole"] : types),
    "",
    "## What keyspan emits",
    "",
    ...(reasons.length === 0 ? ["Passes."] : ["Passes, or is skipped because", "", ...reasons]),
    "",
    "## Source",
    "",
    link,
  ];
  return lines.map((line) => `${line}\n`).join("");
}
