import { readText } from "../repository";
import { problemsOfAwsCommand } from "./aws-command";
import { wordsOf } from "./shell";

/*
 * Commands that need an account, a network or a second tool are not run with a document: each is held against what
 * its tool has. The Terraform and emulator suites run the same steps for real.
 */

/** https://developer.hashicorp.com/terraform/cli/commands */
const TERRAFORM = new Set([
  "apply",
  "destroy",
  "fmt",
  "import",
  "init",
  "output",
  "plan",
  "show",
  "state",
  "test",
  "untaint",
  "validate",
]);

/** https://developer.hashicorp.com/terraform/cdktf/cli-reference/commands; cdktn has the same. */
const CDKTF = new Set(["deploy", "destroy", "diff", "list", "output", "synth"]);

/** What is wrong with a command that a document shows and no walk runs. */
export function problemsOfOutsideCommand(line: string): string[] {
  const words = wordsOf(line);
  const [command = "", ...rest] = words[0] === "npx" ? words.slice(1) : words;
  switch (command) {
    case "aws":
      return problemsOfAwsCommand(words);
    case "terraform":
      return known(
        command,
        TERRAFORM,
        rest.find((word) => !word.startsWith("-")),
      );
    case "cdktf":
    case "cdktn":
      return known(command, CDKTF, rest[0]);
    case "npm":
      return problemsOfNpm(rest);
    case "export":
    case "read":
      return [];
    default:
      return [`${line}: nothing says what ${command} is`];
  }
}

function known(tool: string, commands: ReadonlySet<string>, command: string | undefined): string[] {
  return commands.has(command ?? "") ? [] : [`${tool} has no ${command ?? "such command"}`];
}

const NPM = new Set(["ci", "init", "install", "start", "test"]);

function problemsOfNpm([command = "", script = ""]: readonly string[]): string[] {
  if (command !== "run") return known("npm", NPM, command);
  const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
  return script in scripts ? [] : [`package.json has no script ${script}`];
}
