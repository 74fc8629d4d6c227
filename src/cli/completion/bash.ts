import type { Completed, CompletedCommand } from "./command-table";

/** Completion for bash, 3.2 of macOS included: `source <(keyspan completion bash)`. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).join(" ");
  const values = commands.flatMap(({ name, options }) =>
    options.flatMap(({ flags, value }) =>
      value === undefined
        ? []
        : [`    ${flags.map((flag) => `"${name} ${flag}"`).join(" | ")}) ${action(value)}; return ;;`],
    ),
  );
  const places = commands.flatMap(({ name, options, argument }) => [
    `    ${name})`,
    `      if [[ $cur == -* ]]; then _keyspan_words "${options.flatMap(({ flags }) => flags).join(" ")}"`,
    ...(argument === undefined ? [] : [`      else ${action(argument)}`]),
    "      fi ;;",
  ]);
  return [
    ...HELPERS,
    "_keyspan() {",
    '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command="" i',
    "  COMPREPLY=()",
    "  # --option=value comes as three words.",
    '  if [[ $cur == "=" ]]; then cur=""',
    '  elif [[ $prev == "=" && $COMP_CWORD -gt 1 ]]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi',
    "  for ((i = 1; i < COMP_CWORD; i++)); do",
    '    if [[ ${COMP_WORDS[i]} != -* ]]; then command="${COMP_WORDS[i]}"; break; fi',
    "  done",
    `  if [[ -z $command ]]; then _keyspan_words "${names} --help --version"; return; fi`,
    '  case "$command $prev" in',
    ...values,
    "  esac",
    '  case "$command" in',
    ...places,
    "  esac",
    "}",
    "complete -F _keyspan keyspan",
    "",
  ].join("\n");
}

const HELPERS = [
  "# bash completion of keyspan",
  "_keyspan_words() {",
  "  local IFS=$' \\t\\n'",
  '  COMPREPLY=($(compgen -W "$1" -- "$cur"))',
  "}",
  "_keyspan_files() { # <pattern of names>",
  "  local IFS=$'\\n' file",
  "  compopt -o filenames 2>/dev/null",
  '  COMPREPLY=($(compgen -d -- "$cur"))',
  '  for file in $(compgen -f -- "$cur"); do',
  '    if [[ ! -d $file && $file =~ $1 ]]; then COMPREPLY+=("$file"); fi',
  "  done",
  "}",
];

const FILES = { spec: "\\.ya?ml$", file: "", folder: "^$" } as const;

function action(completed: Completed): string {
  switch (completed.kind) {
    case "choices":
      return `_keyspan_words "${completed.values.join(" ")}"`;
    case "text":
      return ":";
    default:
      return `_keyspan_files '${FILES[completed.kind]}'`;
  }
}
