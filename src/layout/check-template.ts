import { suggest } from "../base/suggest";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { rangeOf, type ParsedTemplate } from "./parse-template";
import type { RecordType, ViewType } from "./view-type";

/** What the templates of a set may call on. */
export interface PartialSet {
  /** The user's own, by name. */
  readonly own: ReadonlyMap<string, ParsedTemplate>;
  /** keyspan's, with the fields that they print. */
  readonly standard: ReadonlyMap<string, readonly string[]>;
}

/** Helpers that open a block. */
const BLOCK_HELPERS = ["each", "if", "unless", "with"] as const;
/** Helpers that answer a value. */
const VALUE_HELPERS = ["eq"] as const;
const EACH_VARIABLES = ["first", "index", "last"];

/** Holds a template against what it is given, when it is called with a value of that type. */
export function checkTemplate(template: ParsedTemplate, root: ViewType, partials: PartialSet): Diagnostic[] {
  const checker = new TemplateChecker(template, root, partials, []);
  checker.program(template.program, { stack: [root], names: new Map(), isLoop: false });
  return checker.diagnostics;
}

/** What names mean at a place of a template. */
interface Scope {
  /** The contexts, the present one last. */
  readonly stack: readonly ViewType[];
  /** Names that a block gives to its values. */
  readonly names: ReadonlyMap<string, ViewType>;
  /** Whether a loop is open, which has `@index`, `@first` and `@last`. */
  readonly isLoop: boolean;
}

const ANY_TEXT: ViewType = { kind: "text", description: "" };

/** A walk over a template. */
class TemplateChecker {
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly template: ParsedTemplate,
    private readonly root: ViewType,
    private readonly partials: PartialSet,
    /** The partials on the way here. */
    private readonly way: readonly string[],
  ) {}

  program(program: hbs.AST.Program | undefined, scope: Scope): void {
    for (const statement of program?.body ?? []) this.statement(statement, scope);
  }

  private statement(statement: hbs.AST.Statement, scope: Scope): void {
    switch (statement.type) {
      case "ContentStatement":
      case "CommentStatement":
        return;
      case "MustacheStatement":
        return this.mustache(statement as hbs.AST.MustacheStatement, scope);
      case "BlockStatement":
        return this.block(statement as hbs.AST.BlockStatement, scope);
      case "PartialStatement":
        return this.partial(statement as hbs.AST.PartialStatement, scope);
      default:
        this.unsupported(
          "partial blocks, inline partials and decorators are no part of this language",
          statement,
        );
    }
  }

  private mustache(statement: hbs.AST.MustacheStatement, scope: Scope): void {
    const type = this.call(statement, scope);
    if (type !== undefined && type.kind !== "text")
      this.unsupported(`a ${type.kind} cannot be printed: print its parts`, statement);
  }

  private block(statement: hbs.AST.BlockStatement, scope: Scope): void {
    const { path, params, program, inverse } = statement;
    const helper = BLOCK_HELPERS.find((name) => name === path.original);
    if (helper === undefined) return this.unknown("helper", path.original, BLOCK_HELPERS, path);
    const [param, ...others] = params;
    if (param === undefined || others.length > 0 || hashOf(statement) !== undefined)
      return this.unsupported(`"${helper}" takes one value`, statement);
    const type = this.expression(param, scope);
    this.program(inverse, scope);
    if (helper === "if" || helper === "unless") return this.program(program, scope);
    const wanted = helper === "each" ? "list" : "record";
    if (type === undefined) return;
    if (type.kind !== wanted)
      return this.unsupported(`"${helper}" takes a ${wanted}, and this is a ${type.kind}`, param);
    const inner = type.kind === "list" ? type.item : type;
    const [name, index] = blockParamsOf(program);
    const names = new Map(scope.names);
    if (name !== undefined) names.set(name, inner);
    if (index !== undefined && helper === "each") names.set(index, ANY_TEXT);
    this.program(program, {
      stack: [...scope.stack, inner],
      names,
      isLoop: scope.isLoop || helper === "each",
    });
  }

  private partial(statement: hbs.AST.PartialStatement, scope: Scope): void {
    const { name: callee, params } = statement;
    if (callee.type !== "PathExpression")
      return this.unsupported("a partial is called by its name", statement);
    const name = callee.original;
    const given = params[0] === undefined ? scope.stack.at(-1) : this.expression(params[0], scope);
    if (given === undefined) return;
    const added = (hashOf(statement)?.pairs ?? []).map(
      ({ key, value }) => [key, this.expression(value, scope) ?? ANY_TEXT] as const,
    );
    const context = added.length === 0 ? given : withFields(given, Object.fromEntries(added));
    const own = this.partials.own.get(name);
    if (own !== undefined) return this.ownPartial(name, own, context, statement);
    const needed = this.partials.standard.get(name);
    if (needed === undefined) {
      const known = [...this.partials.own.keys(), ...this.partials.standard.keys()].sort();
      return this.unknown("partial", name, known, callee);
    }
    const lacking = needed.filter((field) => fieldOf(context, field) === undefined);
    for (const field of lacking) this.unknown("name", field, fieldsOf(context), statement);
  }

  private ownPartial(name: string, partial: ParsedTemplate, context: ViewType, at: hbs.AST.Node): void {
    if (this.way.includes(name)) return this.unsupported(`partial "${name}" calls itself`, at);
    const checker = new TemplateChecker(partial, this.root, this.partials, [...this.way, name]);
    checker.program(partial.program, { stack: [context], names: new Map(), isLoop: false });
    this.diagnostics.push(...checker.diagnostics);
  }

  private expression(node: hbs.AST.Expression, scope: Scope): ViewType | undefined {
    if (node.type === "PathExpression") return this.path(node as hbs.AST.PathExpression, scope);
    if (node.type === "SubExpression") return this.call(node as hbs.AST.SubExpression, scope);
    return ANY_TEXT;
  }

  /** `name`, or `eq a b`. */
  private call(
    { path, params, hash }: Pick<hbs.AST.SubExpression, "params" | "hash"> & { path: hbs.AST.Expression },
    scope: Scope,
  ): ViewType | undefined {
    if (path.type !== "PathExpression") {
      this.unsupported("a value is printed by its name", path);
      return;
    }
    const name = path as hbs.AST.PathExpression;
    const isHelper = VALUE_HELPERS.some((helper) => helper === name.original);
    if (params.length === 0 && hashOf({ hash }) === undefined && !isHelper) return this.path(name, scope);
    if (!isHelper) {
      this.unknown("helper", name.original, VALUE_HELPERS, path);
      return;
    }
    const types = params.map((param) => this.expression(param, scope));
    const isFine = types.length === 2 && types.every((type) => type === undefined || type.kind === "text");
    if (!isFine) {
      this.unsupported(`"${name.original}" compares two texts`, path);
      return;
    }
    return ANY_TEXT;
  }

  private path(node: hbs.AST.PathExpression, scope: Scope): ViewType | undefined {
    const { parts, depth, data, original } = node;
    if (data) return this.variable(node, scope);
    const [first] = parts;
    const isNamed =
      depth === 0 && first !== undefined && !original.startsWith("this") && scope.names.has(first);
    const start = isNamed ? scope.names.get(first) : scope.stack.at(-1 - depth);
    if (start === undefined) {
      this.unsupported(`nothing is ${depth === 1 ? "one level" : `${depth} levels`} above`, node);
      return;
    }
    return this.steps(start, isNamed ? parts.slice(1) : parts, node, isNamed ? [] : [...scope.names.keys()]);
  }

  private variable(node: hbs.AST.PathExpression, scope: Scope): ViewType | undefined {
    const [name = "", ...rest] = node.parts;
    if (name === "root" && this.way.length === 0) return this.steps(this.root, rest, node, []);
    if (scope.isLoop && rest.length === 0 && EACH_VARIABLES.includes(name)) return ANY_TEXT;
    const known = [...(scope.isLoop ? EACH_VARIABLES : []), ...(this.way.length === 0 ? ["root"] : [])];
    this.unknown(
      "name",
      node.original,
      known.map((one) => `@${one}`),
      node,
    );
  }

  private steps(
    start: ViewType,
    parts: readonly string[],
    node: hbs.AST.PathExpression,
    names: readonly string[],
  ): ViewType | undefined {
    let type = start;
    for (const [index, part] of parts.entries()) {
      const next = fieldOf(type, part);
      if (next === undefined) {
        const known = [...fieldsOf(type), ...(index === 0 ? names : [])];
        this.unknown("name", parts.slice(0, index + 1).join("."), known, node);
        return;
      }
      type = next;
    }
    return type;
  }

  private unknown(
    what: "name" | "helper" | "partial",
    name: string,
    known: readonly string[],
    at: hbs.AST.Node,
  ): undefined {
    const { file } = this.template;
    const parameters = { what, name, known, suggestion: suggest(name, known) };
    this.diagnostics.push(
      createDiagnostic("templates/unknown-name", parameters, file, rangeOf(file, at.loc)),
    );
  }

  private unsupported(problem: string, at: hbs.AST.Node): undefined {
    const { file } = this.template;
    this.diagnostics.push(
      createDiagnostic("templates/unsupported", { problem }, file, rangeOf(file, at.loc)),
    );
  }
}

function fieldOf(type: ViewType, name: string): ViewType | undefined {
  if (type.kind === "list") return /^\d+$/.test(name) ? type.item : undefined;
  return type.kind === "record" && Object.hasOwn(type.fields, name) ? type.fields[name] : undefined;
}

function fieldsOf(type: ViewType): string[] {
  return type.kind === "record" ? Object.keys(type.fields) : [];
}

function withFields(type: ViewType, fields: Readonly<Record<string, ViewType>>): RecordType {
  return {
    kind: "record",
    description: type.description,
    fields: { ...(type.kind === "record" ? type.fields : {}), ...fields },
  };
}

/** The types of Handlebars say that these are always there. */
function hashOf({ hash }: { readonly hash: hbs.AST.Hash }): hbs.AST.Hash | undefined {
  return hash;
}

function blockParamsOf(program: hbs.AST.Program): readonly string[] {
  const { blockParams } = program as { readonly blockParams?: readonly string[] };
  return blockParams ?? [];
}
