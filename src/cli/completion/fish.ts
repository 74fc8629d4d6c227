import type { Completed, CompletedCommand, CompletedOption } from "./command-table";

/** Completion for fish: `keyspan completion fish > ~/.config/fish/completions/keyspan.fish`. */
export function fishCompletion(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, description, options, argument }) => {
    const inside = `complete -c keyspan -n ${quote(`__fish_seen_subcommand_from ${name}`)}`;
    return [
      `complete -c keyspan -n __fish_use_subcommand -a ${name} -d ${quote(description)}`,
      ...options.map((option) => `${inside} ${optionOf(option)}`),
      ...(argument === undefined || argument.kind === "text" ? [] : [`${inside} ${words(argument)}`]),
    ];
  });
  return [
    "# fish completion of keyspan",
    "complete -c keyspan -e",
    "complete -c keyspan -f",
    "complete -c keyspan -n __fish_use_subcommand -l version -d 'print the version'",
    ...lines,
    "",
  ].join("\n");
}

function optionOf({ flags, description, value }: CompletedOption): string {
  const names = flags.map((flag) => (flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`));
  const taken = value === undefined ? [] : value.kind === "text" ? ["-x"] : ["-x", words(value)];
  return [...names, ...taken, "-d", quote(description)].join(" ");
}

function words(completed: Completed): string {
  switch (completed.kind) {
    case "choices":
      return `-a ${quote(completed.values.join(" "))}`;
    case "spec":
      return `-k -a ${quote("(__fish_complete_suffix .yaml .yml)")}`;
    case "file":
      return `-a ${quote("(__fish_complete_path)")}`;
    case "folder":
      return `-a ${quote("(__fish_complete_directories)")}`;
    case "text":
      return "";
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
