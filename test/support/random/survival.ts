import { compile, type Compilation } from "../../../src/compile";
import { hasErrors } from "../../../src/diagnostics/result";
import { printJson } from "../../../src/diagnostics/print-json";
import { printText } from "../../../src/diagnostics/print-text";
import { renderDeployment } from "../../../src/render";

/** What became of a document. */
export type Fate = "refused" | "compiled";

/** CPU seconds that 100,000 characters may take. */
const SECONDS_PER_100_000 = 1;

/**
 * Compiles whatever it is given: it ends in diagnostics with places within the text, or in files; soon, and without
 * an exception.
 *
 * @param slack how many times slower than the built command the sources are here
 * @throws when it does not
 */
export function checkSurvival(text: string, slack = 1): Fate {
  const started = process.cpuUsage();
  const compilation = compileAnything(text);
  const { user, system } = process.cpuUsage(started);
  const most = slack * SECONDS_PER_100_000 * Math.max(1, text.length / 100_000);
  if ((user + system) / 1e6 > most) throw new Error(`it took ${(user + system) / 1e6} s`);
  const outside = compilation.diagnostics.find(
    ({ range }) => range.start < 0 || range.end < range.start || range.end > text.length,
  );
  if (outside !== undefined) throw new Error(`${outside.code} is outside of the text`);
  if ((compilation.deployment === undefined) !== hasErrors(compilation.diagnostics))
    throw new Error("neither refused nor compiled");
  return compilation.deployment === undefined ? "refused" : "compiled";
}

function compileAnything(text: string): Compilation {
  const compilation = compile({ name: "hostile.yaml", text });
  printText(compilation.diagnostics, { color: true });
  JSON.parse(printJson(compilation.diagnostics));
  if (compilation.deployment !== undefined) renderDeployment(compilation.deployment, "hostile.yaml");
  return compilation;
}
