import { ownValue } from "../base/own-value";
import { suggest } from "../base/suggest";
import { oneOf } from "../base/text";
import type { DiagnosticCode, ParametersOf } from "../diagnostics/catalog/index";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { describeValue } from "./describe-value";
import { locate, type Part } from "./locate";
import { misplacedField } from "./misplaced-fields";
import type { LanguageGap } from "../model/provider-language";
import { pathText } from "./path-text";
import { rewrittenValue } from "./rewrite-value";
import { offeredFields, offeredWords } from "./provider-gaps";
import { HINT } from "./schema/hint";
import type { SchemaFinding } from "./schema-findings";
import { nodeAt, type SpecDocument, type SpecPath } from "./spec-node";
import { unofferedField, unofferedWord } from "./unoffered";

/** Says a finding of the schema validator in the words of the language, but for those that the provider lacks. */
export function shapeDiagnostic(
  finding: SchemaFinding,
  document: SpecDocument,
  gaps: readonly LanguageGap[],
): Diagnostic {
  const { path, keyword, parameters, schema } = finding;
  const say = <C extends DiagnosticCode>(
    code: C,
    given: ParametersOf<C>,
    at: SpecPath = path,
    part: Part = "value",
  ) => createDiagnostic(code, given, document.file, locate(document.root, at, part));
  const node = nodeAt(document.root, path);

  switch (keyword) {
    case "additionalProperties":
      return unknownField(String(parameters["additionalProperty"]), finding, gaps, say);
    case "required": {
      const field = String(parameters["missingProperty"]);
      return say("spec/missing-field", { field, where: pathText(path) }, [...path, field]);
    }
    case "enum":
    case "const": {
      const known =
        keyword === "enum" ? (parameters["allowedValues"] as string[]) : [String(parameters["allowedValue"])];
      return unknownValue(offeredWords(known, path, gaps), finding, document, say);
    }
    case "propertyName":
      return say("spec/invalid-name", { given: String(path.at(-1)), expected: hintOf(schema) }, path, "key");
    case "pattern":
      return say("spec/invalid-text", { given: describeValue(node), expected: hintOf(schema) });
    case "minLength":
    case "minItems":
    case "minProperties":
      return say("spec/empty-value", { what: pathText(path) });
    case "maxProperties":
      return exclusiveFields(finding, document);
    case "minimum":
      return say("spec/too-small", {
        given: Number(node?.kind === "scalar" ? node.value : 0),
        minimum: Number(parameters["limit"]),
      });
    default: {
      const expected = expectedForms(finding);
      const isQuotable = expected === TEXT && node?.kind === "scalar" && node.value !== null;
      const quote = isQuotable ? node.source : undefined;
      const instead = quote === undefined ? rewrittenValue(finding, node) : undefined;
      return say("spec/wrong-type", { expected, given: describeValue(node), quote, instead });
    }
  }
}

type Say = <C extends DiagnosticCode>(
  code: C,
  given: ParametersOf<C>,
  at?: SpecPath,
  part?: Part,
) => Diagnostic;

/** A clash is told at the later field, with the earlier one beside it. */
function exclusiveFields({ path }: SchemaFinding, { root, file }: SpecDocument): Diagnostic {
  const node = nodeAt(root, path);
  const fields = node?.kind === "map" ? [...node.entries.keys()] : [];
  const [earlier, later] = fields
    .map((field) => locate(root, [...path, field], "key"))
    .sort((a, b) => a.start - b.start);
  const related = earlier === undefined ? [] : [{ message: "the other one stands here", range: earlier }];
  return createDiagnostic(
    "spec/exclusive-fields",
    { where: pathText(path), fields },
    file,
    later ?? locate(root, path, "key"),
    related,
  );
}

/** The field of the language that an unknown one most likely stands for, by its steps. */
export function meantField(finding: SchemaFinding): readonly string[] | undefined {
  const { path, parameters, schema } = finding;
  const field = String(parameters["additionalProperty"]);
  const at = [...path, field];
  if (misplacedField(at) !== undefined || unofferedField(at) !== undefined) return undefined;
  const inner = innerPlace(finding);
  if (inner !== undefined) return [inner, field];
  const near = suggest(field, Object.keys(schema["properties"] ?? {}));
  return near === undefined ? undefined : [near];
}

/** The one map among the fields there that has a field of this very name. */
function innerPlace({ parameters, schema }: SchemaFinding): string | undefined {
  const field = String(parameters["additionalProperty"]);
  const places = Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, Form>>).filter(
    ([, one]) => [one, ...(one.anyOf ?? [])].some(({ properties = {} }) => Object.hasOwn(properties, field)),
  );
  return places.length === 1 ? places[0]?.[0] : undefined;
}

interface Form {
  readonly properties?: object;
  readonly anyOf?: readonly Form[];
}

function unknownField(
  field: string,
  finding: SchemaFinding,
  gaps: readonly LanguageGap[],
  say: Say,
): Diagnostic {
  const { path, schema } = finding;
  const at = [...path, field];
  const misplaced = misplacedField(at);
  if (misplaced !== undefined) return say("spec/misplaced-field", { field, ...misplaced }, at, "key");
  const inner = innerPlace(finding);
  if (inner !== undefined) {
    const belongs = path.length === 0 ? `\`${inner}\`` : `\`${inner}\` in ${pathText(path)}`;
    return say(
      "spec/misplaced-field",
      { field, reason: `it is a field of \`${inner}\``, belongs },
      at,
      "key",
    );
  }
  const known = offeredFields(Object.keys(schema["properties"] ?? {}), path, gaps);
  const suggestion = meantField(finding)?.join(".");
  const where = pathText(path);
  const unoffered = unofferedField(at);
  return say("spec/unknown-field", { field, where, known, suggestion, unoffered }, at, "key");
}

function unknownValue(
  known: readonly string[],
  { path }: SchemaFinding,
  document: SpecDocument,
  say: Say,
): Diagnostic {
  const node = nodeAt(document.root, path);
  const text = node?.kind === "scalar" && typeof node.value === "string" ? node.value : undefined;
  const given = describeValue(node);
  if (path.length === 1 && path[0] === "apiVersion") return say("spec/unknown-version", { given, known });
  if (text !== undefined && path.length === 3 && path[0] === "databases" && path[2] === "engine") {
    const reason = ownValue(REFUSED_ENGINES, text);
    if (reason !== undefined) return say("databases/engine-refused", { engine: text, reason });
  }
  const suggestion = text === undefined ? undefined : suggest(text, known);
  const unoffered = text === undefined ? undefined : unofferedWord(path, text);
  return say("spec/unknown-value", { given, known, suggestion, unoffered });
}

/** Engines that there were once. */
const REFUSED_ENGINES: Readonly<Record<string, string>> = {
  aurora: "Aurora MySQL version 1 is no longer offered",
};

function hintOf(schema: Readonly<Record<string, unknown>>): string {
  const hint = schema[HINT];
  return typeof hint === "string" ? hint : "another form";
}

const TEXT = "text";
const FORMS: Readonly<Record<string, string>> = {
  object: "a map",
  array: "a list",
  string: TEXT,
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  null: "nothing",
};

function expectedForms({ keyword, parameters, schema }: SchemaFinding): string {
  if (Array.isArray(schema["enum"])) return oneOf(schema["enum"] as string[]);
  if (keyword === "type") return FORMS[String(parameters["type"])] ?? String(parameters["type"]);
  const branches = (schema["anyOf"] ?? []) as { type?: string; const?: string | number | boolean }[];
  const forms = branches.map((branch) =>
    branch.const === undefined ? (FORMS[branch.type ?? ""] ?? "another form") : String(branch.const),
  );
  return forms.filter((form) => form !== "nothing").join(" or ");
}
