import { parse } from "@cdktf/hcl2json";
import { readExpression, readTemplate, textOf, type TerraformValue } from "./terraform-value";

/** An entry of a module: its arguments and nested blocks by name. */
export type Entry = Readonly<Record<string, TerraformValue>>;

/**
 * A root module by addresses: `aws_kms_key.storage`, `data.…`, `variable.…`, `output.…`, `local.…`,
 * `provider.aws` and `provider.aws.<alias>`, `terraform`, and `<keyword>` for anything else.
 */
export type TerraformModule = ReadonlyMap<string, TerraformValue>;

/** Reads the plain files of a root module, as `@cdktf/hcl2json` has them. */
export async function readHcl(texts: readonly string[]): Promise<TerraformModule> {
  return readEntries(await parse("module.tf", texts.join("\n")), valueOf);
}

/** Reads a module as Terraform's JSON. */
export function readModule(json: unknown): TerraformModule {
  return readEntries(json, literalOf);
}

/**
 * Plain files and JSON say the same thing in several ways; what is taken for the same is this, and nothing else:
 *
 * - a nested block is a list of one in one form and may be an object in the other: a list whose only item is an
 *   object is that object. (That a block is a block and a list a list is for `terraform validate` to say, which
 *   reads both forms with the provider's schema.)
 * - `provider`, `depends_on`, `ignore_changes` and the `type` of a variable are references in the plain files and
 *   texts in the JSON;
 * - a text, and a name, is a template: `${…}` is read, so that white space in it does not count, and `${"text"}` is text;
 * - the order of blocks and arguments does not count, that of lists does;
 * - texts are compared in normal form C, to which Terraform brings every text that it reads;
 * - what a backend says is literal in the JSON, where Terraform reads it without a context;
 * - `//` is a comment of the JSON.
 */
function readEntries(json: unknown, readBackend: (value: unknown) => TerraformValue): TerraformModule {
  const found = new Map<string, TerraformValue>();
  for (const [keyword, content] of Object.entries(json as Record<string, unknown>)) {
    const read = keyword === "terraform" ? settingsBlocks(content, readBackend) : addressed(keyword, content);
    for (const [address, value] of read) {
      if (found.has(address)) throw new Error(`${address} stands twice`);
      found.set(address, value);
    }
  }
  return found;
}

/** The `terraform` block, which plain files may have in parts; its backend is an address of its own. */
function settingsBlocks(
  content: unknown,
  readBackend: (value: unknown) => TerraformValue,
): [string, TerraformValue][] {
  const { backend, ...others } = Object.assign({}, ...[content].flat()) as Record<string, unknown>;
  const settings: [string, TerraformValue] = ["terraform", valueOf(others)];
  return backend === undefined ? [settings] : [settings, ["terraform.backend", readBackend(backend)]];
}

function addressed(keyword: string, content: unknown): [string, TerraformValue][] {
  switch (keyword) {
    case "//":
      return [];
    case "resource":
    case "data": {
      const prefix = keyword === "data" ? "data." : "";
      return entries(content).flatMap(([type, named]) =>
        entries(named).map(([name, body]): [string, TerraformValue] => [
          `${prefix}${type}.${name}`,
          valueOf(single(body)),
        ]),
      );
    }
    case "provider":
      return entries(content).flatMap(([name, blocks]) => providers(name, blocks));
    case "variable":
    case "output":
      return entries(content).map(([name, body]) => [`${keyword}.${name}`, valueOf(single(body))]);
    case "moved":
      return entries(content).map(([, body]) => {
        const { from, to } = body as Readonly<Record<string, unknown>>;
        return [`moved.${textOf(referencesOf(to))}`, referencesOf(from)];
      });
    case "locals":
      return entries(single(content)).map(([name, value]) => [`local.${name}`, valueOf(value)]);
    default:
      return [[keyword, valueOf(content)]];
  }
}

function providers(name: string, blocks: unknown): [string, TerraformValue][] {
  return (Array.isArray(blocks) ? blocks : [blocks]).map((block: unknown) => {
    const alias = (block as { alias?: string }).alias;
    return [alias === undefined ? `provider.${name}` : `provider.${name}.${alias}`, valueOf(block)];
  });
}

/** Two blocks at one address would be one too many. */
function single(body: unknown): unknown {
  if (!Array.isArray(body)) return body;
  if (body.length !== 1) throw new Error(`one block expected: ${JSON.stringify(body)}`);
  return body[0] as unknown;
}

function entries(record: unknown): [string, unknown][] {
  return Object.entries(record as Record<string, unknown>);
}

const REFERENCES = new Set(["provider", "depends_on", "ignore_changes", "type"]);

function valueOf(value: unknown): TerraformValue {
  if (typeof value === "string") return readTemplate(value.normalize("NFC"));
  if (Array.isArray(value)) {
    const items = value.map(valueOf);
    const [only] = items;
    return items.length === 1 && isRecord(only) ? only : items;
  }
  if (typeof value !== "object" || value === null) return value as number | boolean | null;
  return Object.fromEntries(
    entries(value)
      .filter(([name]) => name !== "//")
      .map(([name, inner]) => [
        textOf(readTemplate(name.normalize("NFC"))),
        REFERENCES.has(name) ? referencesOf(inner) : valueOf(inner),
      ]),
  );
}

/** Data in which no text is a template. */
function literalOf(value: unknown): TerraformValue {
  if (typeof value === "string") return value.normalize("NFC");
  if (typeof value !== "object" || value === null || Array.isArray(value)) return valueOf(value);
  return Object.fromEntries(entries(value).map(([name, inner]) => [name, literalOf(inner)]));
}

/** `type` is also an argument of blocks of other kinds: what is no reference there is left as it is. */
function referencesOf(value: unknown): TerraformValue {
  if (Array.isArray(value)) return value.map(referencesOf);
  if (typeof value !== "string") return valueOf(value);
  return readExpression(value.replace(/^\$\{(.*)\}$/s, "$1"));
}

/** Whether a value is an object, and not computed. */
export function isRecord(value: unknown): value is Readonly<Record<string, TerraformValue>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
