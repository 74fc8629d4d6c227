import { invariant } from "../src/base/invariant";
import { publishedLanguages } from "../src/providers/published-languages";
import { describedSchema } from "../src/spec/described-schema";

/*
 * The option types of the constructs, from the schema that the compiler validates with: an interface for each
 * object of the language, with the schema's descriptions, and a library's user needs no schema library.
 */

/** The parts of a JSON Schema that types are made of. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** Names that are not simply those of the field. */
const NAMES: Readonly<Record<string, string>> = {
  "": "DeploymentStackConfig",
  "accept[]": "AcceptedWarning",
  "keys.*": "KeySetConfig",
  "databases.*": "DatabaseConfig",
  "databases.*.regions.*": "DatabaseRegionOptions",
  "terraform.backend.local": "LocalBackendOptions",
  "terraform.backend.s3": "S3BackendOptions",
  "terraform.backend.remote": "RemoteBackendOptions",
};

/** What the constructs themselves say. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  "": ["apiVersion", "name", "keys", "databases"],
  "databases.*": ["topology"],
};

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  "": "Where a deployment runs, and how its root modules are made.",
};

/** Fields of a database that name a key set. */
const KEY_SET_FIELDS: ReadonlySet<string> = new Set(["key", "secretKey", "logKey"]);

/** The module of option types. */
export function printOptionTypes(): string {
  const interfaces = new InterfacePrinter();
  const schema = describedSchema(publishedLanguages()) as Schema;
  interfaces.nameOf("", schema);
  for (const field of ["keys", "databases"]) {
    const entry = schema.properties?.[field]?.additionalProperties;
    invariant(typeof entry === "object", `the language has no ${field}`);
    interfaces.nameOf(`${field}.*`, entry);
  }
  return [
    "// Generated from the schema of the language by `npm run schema`.",
    'import type { IKeySet } from "./key-set-reference";\n',
    ...interfaces.printed.values(),
  ].join("\n");
}

class InterfacePrinter {
  /** Interfaces by name, in the order in which they are met. */
  readonly printed = new Map<string, string>();
  private readonly shapes = new Map<string, string>();

  /** The name of an object's interface, which is printed when it is first asked for. */
  nameOf(place: string, schema: Schema): string {
    const shape = JSON.stringify(schema);
    const name = NAMES[place] ?? `${capitalized(singular(place))}Options`;
    const known = this.shapes.get(shape);
    if (known !== undefined && NAMES[place] === undefined) return known;
    invariant(!this.printed.has(name), `two objects of the language would be called ${name}`);
    this.shapes.set(shape, name);
    this.printed.set(name, "");
    this.printed.set(name, this.printInterface(place, name, schema));
    return name;
  }

  private printInterface(place: string, name: string, schema: Schema): string {
    const fields = Object.entries(schema.properties ?? {})
      .filter(([field]) => LEFT_OUT[place]?.includes(field) !== true)
      .map(([field, inner]) => {
        const mark = schema.required?.includes(field) === true ? "" : "?";
        const at = place === "" ? field : `${place}.${field}`;
        return `${comment(inner, "  ")}\n  readonly ${field}${mark}: ${this.typeOf(at, field, inner)};`;
      });
    const described = { description: DESCRIPTIONS[place] ?? schema.description ?? "" };
    return `${comment(described, "")}\nexport interface ${name} {\n${fields.join("\n")}\n}\n`;
  }

  private typeOf(place: string, field: string, schema: Schema): string {
    if (place.startsWith("databases.") && KEY_SET_FIELDS.has(field)) return "IKeySet";
    if (schema.enum !== undefined) return schema.enum.map((word) => JSON.stringify(word)).join(" | ");
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    if (schema.anyOf !== undefined)
      return [...new Set(schema.anyOf.map((branch) => this.typeOf(place, field, branch)))].join(" | ");
    if (schema.properties !== undefined) return this.nameOf(place, schema);
    if (schema.items !== undefined)
      return `readonly ${grouped(this.typeOf(`${place}[]`, "", schema.items))}[]`;
    if (typeof schema.additionalProperties === "object")
      return `Readonly<Record<string, ${this.typeOf(`${place}.*`, "", schema.additionalProperties)}>>`;
    return schema.type === "integer" ? "number" : (schema.type ?? "unknown");
  }
}

/** `keys.*.grants[]` → `grant`, `keys.*.overrides.*` → `override`, `terraform.backend` → `backend`. */
function singular(place: string): string {
  const isEntry = /(\.\*|\[\])$/.test(place);
  const field =
    place
      .replace(/(\.\*|\[\])+$/, "")
      .split(".")
      .at(-1) ?? "";
  if (!isEntry) return field;
  return field.endsWith("ies") ? `${field.slice(0, -3)}y` : field.replace(/s$/, "");
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function grouped(type: string): string {
  return type.includes(" ") ? `(${type})` : type;
}

function comment({ description = "", default: fallback }: Schema, margin: string): string {
  const lines = wrapped(description.replaceAll("*/", "*\\/"));
  if (fallback !== undefined) lines.push("", `@default ${JSON.stringify(fallback)}`);
  if (lines.length === 1) return `${margin}/** ${lines.join("")} */`;
  return [`${margin}/**`, ...lines.map((line) => `${margin} * ${line}`.trimEnd()), `${margin} */`].join("\n");
}

const WIDEST = 100;

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= WIDEST) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}
