import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createProcessHost } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { ROOT } from "./repository";

/* Runs with a user's own templates, each in a folder that is made for the test. */

/** The spec of most of these tests. */
export const SPEC = path.join(ROOT, "examples/aurora-global-per-region-keys.yaml");

/** The folder of the present test. */
export let folder = "";

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Runs a command with templates; what it finds comes back as `code file:line:column: message`. */
export async function run(command: "emit" | "check", templates: string, spec = SPEC) {
  const printed = { out: "", error: "" };
  const host = {
    ...createProcessHost(ROOT),
    printOut: (text: string) => void (printed.out += text),
    printError: (text: string) => void (printed.error += text),
  };
  const args = [command, spec, "--out", path.join(folder, "out"), "--templates", templates];
  const exitCode = await main(host, [...args, "--diagnostics", "json"]);
  const { diagnostics } = JSON.parse(printed.error || '{"diagnostics":[]}') as {
    diagnostics: {
      code: string;
      message: string;
      file: string;
      range: { start: { line: number; column: number } };
    }[];
  };
  const found = diagnostics.map(
    ({ code, message, file, range: { start } }) =>
      `${code} ${path.relative(templates, file)}:${start.line}:${start.column}: ${message}`,
  );
  return { exitCode, found, printed: printed.out };
}

/** Emits with templates that are written for the purpose: name → text. */
export async function emitWith(templates: Record<string, string>, spec = SPEC) {
  const at = path.join(folder, "templates");
  for (const [name, text] of Object.entries(templates)) {
    fs.mkdirSync(path.dirname(path.join(at, name)), { recursive: true });
    fs.writeFileSync(path.join(at, name), text);
  }
  return run("emit", at, spec);
}

/** The files that were written. */
export function emitted(): string[] {
  const out = path.join(folder, "out");
  if (!fs.existsSync(out)) return [];
  const entries = fs.readdirSync(out, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** The text of a file that was written. */
export function read(file: string): string {
  return fs.readFileSync(path.join(folder, "out", file), "utf8");
}
