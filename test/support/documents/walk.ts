import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createProcessHost } from "../../../src/cli/host";
import { main } from "../../../src/cli/main";
import { ROOT } from "../repository";
import { wordsOf } from "./shell";

/*
 * A folder in which the commands of a document are run, in order, as its reader would. keyspan runs in this process;
 * what only moves files and commits about is run by a shell.
 */

/** How a command ended. */
export interface Ran {
  readonly exitCode: number;
  /** Standard output and error, in this order. */
  readonly printed: string;
}

/** A folder of a reader. */
export interface Walk {
  readonly writeFile: (file: string, text: string) => void;
  readonly run: (line: string) => Promise<Ran>;
  /** Goes back to the root of the checkout. */
  readonly goBack: () => void;
  readonly remove: () => void;
}

/** Commands of the reader's shell that are run as they stand. */
export const SHELL_COMMANDS: ReadonlySet<string> = new Set([
  "cat",
  "cd",
  "cp",
  "git",
  "ls",
  "mkdir",
  "mv",
  "rm",
]);

/** A checkout to walk in: the examples, two specs and the golden of orders.yaml are committed, and pushed to origin/main. */
export async function prepareCheckout(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "keyspan-walk-"));
  fs.cpSync(path.join(ROOT, "examples"), path.join(folder, "examples"), { recursive: true });
  fs.cpSync(path.join(ROOT, "examples/templates/house-header"), path.join(folder, "house"), {
    recursive: true,
  });
  for (const [name, example] of SPECS) fs.copyFileSync(path.join(ROOT, example), path.join(folder, name));
  const walk = walkIn(folder);
  for (const line of PREPARATION) {
    const { exitCode, printed } = await walk.run(line);
    if (exitCode !== 0) throw new Error(`${line}: ${printed}`);
  }
  return folder;
}

/** Begins a walk in a copy of a checkout. */
export function startWalk(checkout: string): Walk {
  const folder = fs.mkdtempSync(`${checkout}-`);
  fs.cpSync(checkout, folder, { recursive: true });
  return walkIn(folder);
}

function walkIn(folder: string): Walk {
  let current = folder;
  return {
    writeFile: (file, text) => {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      fs.writeFileSync(path.join(folder, file), text);
    },
    run: async (line) => {
      const words = wordsOf(line);
      if (words[0] === "keyspan") return runKeyspan(current, words.slice(1));
      if (words[0] !== "cd") return runShell(current, line);
      current = path.resolve(current, words[1] ?? "");
      return { exitCode: fs.existsSync(current) ? 0 : 1, printed: "" };
    },
    goBack: () => {
      current = folder;
    },
    remove: () => {
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The specs that documents speak of, and the examples that they are. */
const SPECS = [
  ["orders.yaml", "examples/aurora-global-per-region-keys.yaml"],
  ["billing.yaml", "examples/rds-postgres-read-replicas.yaml"],
] as const;

const PREPARATION = [
  "git init --quiet --initial-branch=main",
  "git config user.name Reader",
  "git config user.email reader@example.com",
  "git config commit.gpgsign false",
  "keyspan emit orders.yaml",
  "git add .",
  "git commit --quiet --message orders",
  "git update-ref refs/remotes/origin/main HEAD",
];
/** Runs keyspan in a folder; `> file` takes its standard output. */
async function runKeyspan(folder: string, words: readonly string[]): Promise<Ran> {
  const redirection = words.indexOf(">");
  const args = redirection === -1 ? words : words.slice(0, redirection);
  const printed = { out: "", error: "" };
  const host = {
    ...createProcessHost(ROOT),
    printOut: (text: string) => void (printed.out += text),
    printError: (text: string) => void (printed.error += text),
    isTerminal: false,
  };
  const before = process.cwd();
  process.chdir(folder);
  try {
    const exitCode = await main(host, args);
    if (redirection === -1) return { exitCode, printed: printed.out + printed.error };
    fs.writeFileSync(words[redirection + 1] ?? "", printed.out);
    return { exitCode, printed: printed.error };
  } finally {
    process.chdir(before);
  }
}

function runShell(folder: string, line: string): Ran {
  try {
    const options = { cwd: folder, stdio: "pipe", encoding: "utf8" } as const;
    return { exitCode: 0, printed: execFileSync("sh", ["-c", `${line} 2>&1`], options) };
  } catch (error) {
    const { status, stdout } = error as { status: number | null; stdout: string };
    return { exitCode: status ?? 1, printed: stdout };
  }
}
