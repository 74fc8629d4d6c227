import type { Command, Option } from "commander";
import { createProcessHost } from "../src/cli/host";
import { createProgram } from "../src/cli/program";

/*
 * A page for each command, made from the table of commands that the command line itself is made from, and the list
 * of them. The script writes them, a guard compares them.
 */

const FOLDER = "docs/commands";
const COMMON_OPTIONS = "[Options of every command](../cli.md#options-of-every-command)";

/** The pages, by where they stand. */
export function commandPages(root: string): ReadonlyMap<string, string> {
  const { commands } = createProgram(createProcessHost(root), () => undefined);
  const pages = commands.map(
    (command) => [`${FOLDER}/${command.name()}.md`, printPage(command, commands)] as const,
  );
  return new Map([[`${FOLDER}/README.md`, printIndex(commands)], ...pages]);
}

function printIndex(commands: readonly Command[]): string {
  const rows = commands.map(
    (command) => `| [${command.name()}](${command.name()}.md) | ${cell(command.description())} |`,
  );
  return [
    "# Commands",
    "",
    "Made from the table of commands (`npm run docs`). [The command line](../cli.md) says what they have in common.",
    "",
    "| command | does |",
    "| --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

function printPage(command: Command, commands: readonly Command[]): string {
  return [
    `# keyspan ${command.name()}`,
    "",
    sentence(command.description()),
    "",
    ...fence("text", `keyspan ${command.name()} ${command.usage()}`),
    "## Options",
    "",
    ...printOptions(command.options.filter((option) => !isCommon(option, commands))),
    `${COMMON_OPTIONS} · [exit codes](../cli.md#exit-codes)`,
    "",
    "## Example",
    "",
    ...fence("sh", exampleOf(command)),
  ].join("\n");
}

function printOptions(options: readonly Option[]): string[] {
  if (options.length === 0) return [];
  const rows = options.map(
    (option) => `| \`${option.flags.replaceAll("|", "\\|")}\` | ${cell(explain(option))} |`,
  );
  return ["| option | does |", "| --- | --- |", ...rows, ""];
}

function explain({ description, argChoices, defaultValue }: Option): string {
  const choices =
    argChoices === undefined ? [] : [`one of ${argChoices.map((choice) => `\`${choice}\``).join(", ")}`];
  const fallback =
    defaultValue === undefined || defaultValue === false ? [] : [`default \`${String(defaultValue)}\``];
  return [description, ...choices, ...fallback].join("; ");
}

/** An option that every command has. */
function isCommon(option: Option, commands: readonly Command[]): boolean {
  return commands.every(({ options }) => options.some(({ long }) => long === option.long));
}

/** The example in the help of a command, by which a user learns it first. */
function exampleOf(command: Command): string {
  let help = "";
  command.configureOutput({ writeOut: (text) => void (help += text) }).outputHelp();
  return /\nExample:\n((?: {2}.*\n?)+)/.exec(help)?.[1]?.replaceAll(/^ {2}/gm, "").trim() ?? "";
}

function fence(language: string, text: string): string[] {
  return [`\`\`\`${language}`, text, "```", ""];
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replaceAll("<", "&lt;")}.`;
}

/** Text that stands in a table: a bar would end its cell, and what stands in angle brackets is no HTML. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
