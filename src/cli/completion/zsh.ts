import type { Completed, CompletedCommand, CompletedOption } from "./command-table";

/** Completion for zsh: a file `_keyspan` in a folder of `fpath`, or `source <(keyspan completion zsh)`. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const list = commands.map(({ name, description }) => `    ${quote(`${name}:${description}`)}`);
  const cases = commands.flatMap(({ name, options, argument }) => [
    `    ${name})`,
    "      _arguments -s \\",
    ...options.flatMap(optionSpecs).map((spec) => `        ${spec} \\`),
    `        ${argument === undefined ? quote("1: :") : quote(`*:${argument.kind}:${action(argument)}`)} ;;`,
  ]);
  return [
    "#compdef keyspan",
    "# zsh completion of keyspan",
    "_keyspan() {",
    "  local -a commands",
    "  commands=(",
    ...list,
    "  )",
    "  if (( CURRENT == 2 )); then",
    "    _describe command commands",
    "    _arguments '--help[print this help]' '--version[print the version]'",
    "    return",
    "  fi",
    '  local command="${words[2]}"',
    "  shift words",
    "  (( CURRENT-- ))",
    '  case "$command" in',
    ...cases,
    "  esac",
    "}",
    'if [[ "${funcstack[1]}" == _keyspan ]]; then _keyspan "$@"; else compdef _keyspan keyspan; fi',
    "",
  ].join("\n");
}

function optionSpecs({ flags, description, value }: CompletedOption): string[] {
  const text = `[${description.replace(/[[\]\\]/g, "\\$&").replaceAll(":", "\\:")}]`;
  return flags.map((flag) =>
    quote(value === undefined ? `${flag}${text}` : `${flag}=${text}:${value.kind}:${action(value)}`),
  );
}

function action(completed: Completed): string {
  switch (completed.kind) {
    case "choices":
      return `(${completed.values.join(" ")})`;
    case "spec":
      return '_files -g "*.(yaml|yml)"';
    case "file":
      return "_files";
    case "folder":
      return "_files -/";
    case "text":
      return " ";
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
