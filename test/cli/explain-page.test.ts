import { explain } from "../../src/cli/commands/explain";
import { createProcessHost } from "../../src/cli/host";
import { ROOT } from "../support/repository";

test("explain prints the page without the marks of the script that fills it in", () => {
  const printed: string[] = [];
  const host = { ...createProcessHost(ROOT), printOut: (text: string) => printed.push(text) };
  expect(explain(host, "keys/alias-clash")).toBe(0);
  const page = printed.join("");
  expect(page).toMatch(/^# keys\/alias-clash\n/);
  expect(page).toContain("\n## Example\n\n```yaml\n");
  expect(page).not.toContain("<!--");
  expect(page).not.toContain("\n\n\n");
});
