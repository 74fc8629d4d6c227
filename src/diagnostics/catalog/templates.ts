import { oneOf } from "../../base/text";
import { error } from "../definition";

/** The user's own templates, and what they make of a deployment. */
export const templateDiagnostics = {
  "templates/unreadable": error({
    message: () => "there is no folder here that holds a template, a file that ends in .hbs",
    help: () => "name the folder of the templates, or leave --templates out",
  }),
  "templates/syntax": error<{ problem: string }>({
    message: ({ problem }) => problem,
    help: () => "https://handlebarsjs.com/guide/ explains the language of templates",
  }),
  "templates/unknown-name": error<{
    what: "name" | "helper" | "partial";
    name: string;
    known: readonly string[];
    suggestion: string | undefined;
  }>({
    message: ({ what, name, known }) => `there is no ${what} "${name}" here; there is ${oneOf(known, "and")}`,
    help: ({ suggestion }) =>
      suggestion === undefined
        ? "docs/templates.md has all that a template is given"
        : `did you mean "${suggestion}"?`,
  }),
  "templates/unsupported": error<{ problem: string }>({
    message: ({ problem }) => problem,
    help: () => "docs/templates.md says what a template can do",
  }),
  "templates/name-taken": error<{ path: string; isFolder: boolean }>({
    message: ({ path, isFolder }) =>
      isFolder
        ? `${path} would be a file and a folder at once`
        : `${path} is made by keyspan and is not laid out by a template`,
    help: () => "give the template another name",
  }),
  "templates/json-configuration": error<{ path: string }>({
    message: ({ path }) => `${path} would be configuration in Terraform's JSON, which is not read back`,
    help: () => "write it in Terraform's own language, in a template whose name ends in .tf.hbs",
  }),
  "templates/invalid-output": error<{ path: string; problem: string }>({
    message: ({ path, problem }) => `${path} is no configuration that Terraform can read: ${problem}`,
    help: () => "print blocks by their text, each on lines of its own",
  }),
  "templates/blocks-differ": error<{
    path: string;
    block: string;
    problem: "is missing" | "is there more than once" | "is changed";
    /** How many more there are in the file with the same problem. */
    others: number;
  }>({
    message: ({ path, block, problem, others }) =>
      `${block}${others === 0 ? "" : ` (and ${others} more)`} ${problem} in ${path}`,
    help: () => "every block of the deployment must be printed exactly once, as it is",
  }),
};
