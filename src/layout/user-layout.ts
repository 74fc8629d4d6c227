import Handlebars from "handlebars";
import { mustGet } from "../base/invariant";
import type { LayOut, TemplateSet } from "./layout";
import type { ParsedTemplate } from "./parse-template";

/**
 * The settings of scripts/compile-template.cjs, and our one helper. Every name has been checked; what may lack all the
 * same is an item of a list, and that is empty.
 */
const OPTIONS: CompileOptions = {
  noEscape: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: { eq: true },
};

/** A user's templates and partials by name. */
export interface UserTemplates {
  readonly files: ReadonlyMap<string, ParsedTemplate>;
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
}

/**
 * Binds the standard templates with a user's in their place; these must have been checked.
 * @param printed The fields that the standard partials print.
 */
export function createUserLayout(
  standard: TemplateSet,
  { files, partials }: UserTemplates,
  printed: ReadonlyMap<string, readonly string[]>,
): LayOut {
  const environment = Handlebars.create();
  registerHelpers(environment);
  for (const [name, partial] of standard.partials) {
    const print = environment.template(partial);
    const nothing = Object.fromEntries((printed.get(name) ?? []).map((field) => [field, ""]));
    environment.registerPartial(name, (context, options) => print({ ...nothing, ...context }, options));
  }
  for (const [name, { program }] of partials)
    environment.registerPartial(name, environment.compile(program, OPTIONS));
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  return (name, view) => {
    const own = files.get(name);
    const template =
      compiled.get(name) ??
      (own === undefined
        ? environment.template(mustGet(standard.files, name))
        : environment.compile(own.program, OPTIONS));
    compiled.set(name, template);
    return template(view);
  };
}

/**
 * Handlebars opens no level where a block is given the very value that it stands in (`{{#with this}}`, or a block
 * found again in `module.blocks`), so that `..` would be another one than elsewhere: each level gets a value of its own.
 */
function registerHelpers(environment: typeof Handlebars): void {
  const { each, with: step } = environment.helpers as Record<"each" | "with", Handlebars.HelperDelegate>;
  environment.registerHelper(
    "each",
    function (this: unknown, items: readonly unknown[] | undefined, options) {
      return each.call(this, (items ?? []).map(ownValue), options) as string;
    },
  );
  environment.registerHelper("with", function (this: unknown, value: unknown, options) {
    return step.call(this, value === undefined ? value : ownValue(value), options) as string;
  });
  environment.registerHelper("eq", (left: unknown, right: unknown) => textOf(left) === textOf(right));
}

/** Another value that says the same; of a text, an object. */
function ownValue(value: unknown): unknown {
  return typeof value === "object" ? { ...value } : Object(value);
}

function textOf(value: unknown): unknown {
  return value instanceof String ? value.toString() : value;
}
