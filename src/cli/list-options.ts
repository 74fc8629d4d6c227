import { InvalidArgumentError, Option } from "commander";
import { TOLD_NEEDS } from "../model/advice";
import { COMPANIONS } from "./init/companion-files";

/** What a spec cannot say, and decides on its key strategies. */
export function needOption(): Option {
  return listOption("--need <needs>", "what the spec cannot say", "need", TOLD_NEEDS);
}

/** What a repository is given beside a spec. */
export function withOption(): Option {
  return listOption("--with <files>", "write these too", "file", COMPANIONS);
}

/** An option that takes several words of a list, joined by commas or in several options. */
function listOption(flags: string, help: string, noun: string, words: readonly string[]): Option {
  const parse = (text: string, before: readonly string[] = []) => {
    const given = text.split(",").map((word) => word.trim());
    const unknown = given.find((word) => !words.includes(word));
    if (unknown !== undefined)
      throw new InvalidArgumentError(`There is no ${noun} "${unknown}"; there is ${words.join(", ")}.`);
    return [...before, ...given];
  };
  return new Option(flags, `${help}, joined by commas: ${words.join(", ")}`).argParser(parse);
}
