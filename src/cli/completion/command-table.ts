import type { Argument, Command, Option } from "commander";

/** What may be written at a place of the command line. */
export type Completed =
  | { readonly kind: "choices"; readonly values: readonly string[] }
  | { readonly kind: "spec" | "file" | "folder" | "text" };

/** An option as completion knows it. */
export interface CompletedOption {
  /** `--out`, `-h`. */
  readonly flags: readonly string[];
  readonly description: string;
  /** Undefined: it takes no value. */
  readonly value: Completed | undefined;
}

/** A command as completion knows it. */
export interface CompletedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** Undefined: it takes no argument. */
  readonly argument: Completed | undefined;
}

/** The command line, read from its own definition; `codes` are what `explain` knows. */
export function commandTable(program: Command, codes: readonly string[]): readonly CompletedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    options: [
      ...command.options.map(toOption),
      { flags: ["--help", "-h"], description: "print this help", value: undefined },
    ],
    argument: command.registeredArguments.map((argument) => toArgument(argument, codes))[0],
  }));
}

function toOption(option: Option): CompletedOption {
  const flags = [option.long, option.short].filter((flag) => flag !== undefined);
  const takesValue = option.required || option.optional;
  return { flags, description: option.description, value: takesValue ? valueOf(option) : undefined };
}

function valueOf({ argChoices, flags }: Option): Completed {
  if (argChoices !== undefined) return { kind: "choices", values: argChoices };
  const placeholder = /<(\w+)/.exec(flags)?.[1];
  if (placeholder === "file" || placeholder === "folder") return { kind: placeholder };
  return { kind: "text" };
}

function toArgument(argument: Argument, codes: readonly string[]): Completed {
  if (argument.argChoices !== undefined) return { kind: "choices", values: argument.argChoices };
  switch (argument.name()) {
    case "spec":
      return { kind: "spec" };
    case "code":
      return { kind: "choices", values: codes };
    default:
      return { kind: "text" };
  }
}
