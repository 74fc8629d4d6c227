/*
 * Reads values of the Terraform language: what `@cdktf/hcl2json` leaves as text, and the texts of Terraform's JSON.
 * It shares nothing with what prints them, so that it can judge it.
 */

/** A value as data; what is computed by Terraform has one of the forms below. */
export type TerraformValue =
  | string
  | number
  | boolean
  | null
  | readonly TerraformValue[]
  | { readonly [key: string]: TerraformValue }
  | Computed;

/** A reference by its steps, a call, text with values in it, or operators with what stands between them. */
export type Computed = Reference | Call | Template | Operation;

/** Such as `aws_kms_key.storage.arn`. */
export class Reference {
  constructor(readonly path: string) {}
}

/** A function and what it is given. */
export class Call {
  constructor(
    readonly name: string,
    readonly values: readonly TerraformValue[],
  ) {}
}

/** Text with values in it. */
export class Template {
  constructor(readonly parts: readonly TerraformValue[]) {}
}

/** Operands and operators in their order. */
export class Operation {
  constructor(readonly parts: readonly TerraformValue[]) {}
}

/** Reads a text of Terraform's JSON, in which everything but `${…}` is taken literally. */
export function readTemplate(text: string): TerraformValue {
  const reader = new Reader(text);
  const parts = reader.template(() => reader.isAtEnd(), false);
  return joinParts(parts);
}

/** Reads an expression. */
export function readExpression(text: string): TerraformValue {
  const reader = new Reader(text);
  const value = reader.expression();
  reader.skipSpace();
  if (!reader.isAtEnd()) reader.fail("the end");
  return value;
}

/** The text of a value with its references as `<path>`. */
export function textOf(value: TerraformValue): string {
  if (value instanceof Template) return value.parts.map(textOf).join("");
  if (value instanceof Reference) return `<${value.path}>`;
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Neighbouring texts are one text, also where one of them stands in `${"…"}`. */
function joinParts(parts: readonly TerraformValue[]): TerraformValue {
  const joined: TerraformValue[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === "string" && typeof last === "string") joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  if (joined.length === 0) return "";
  const [only] = joined;
  return joined.length === 1 && only !== undefined ? only : new Template(joined);
}

const WORDS: Readonly<Record<string, TerraformValue>> = { true: true, false: false, null: null };
const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  fail(wanted: string): never {
    throw new Error(`${wanted} expected at ${this.at} of: ${this.text}`);
  }

  /** Parts of a template up to its end; in a quoted one, backslashes escape. */
  template(isEnd: () => boolean, isQuoted: boolean): TerraformValue[] {
    const parts: TerraformValue[] = [];
    while (!isEnd()) {
      if (this.isAtEnd()) this.fail("the end of a text");
      const plain = this.take(/[^"\\$%]+/y);
      if (plain !== undefined) parts.push(plain);
      else if (this.take(/\$\$\{/y) !== undefined) parts.push("${");
      else if (this.take(/%%\{/y) !== undefined) parts.push("%{");
      else if (this.take(/%\{/y) !== undefined) this.fail("no directive");
      else if (this.take(/\$\{/y) !== undefined) {
        parts.push(this.expression());
        this.need(/\s*\}/y, "}");
      } else parts.push((isQuoted ? this.escape() : undefined) ?? this.need(/[^]/y, "a character"));
    }
    return parts;
  }

  expression(): TerraformValue {
    const parts = [this.operand()];
    for (;;) {
      const operator = this.take(/\s*(&&|\|\||[=!<>]=|[<>?:+*/%-])\s*/y);
      if (operator === undefined) break;
      parts.push(operator.trim(), this.operand());
    }
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : new Operation(parts);
  }

  skipSpace(): void {
    this.take(/\s+/y);
  }

  private operand(): TerraformValue {
    this.skipSpace();
    if (this.take(/"/y) !== undefined) return this.quoted();
    if (this.take(/\[/y) !== undefined) return this.list("]");
    if (this.take(/\{/y) !== undefined) return this.object();
    if (this.take(/!/y) !== undefined) return new Operation(["!", this.operand()]);
    if (this.take(/\(/y) !== undefined) {
      const inner = this.expression();
      this.need(/\s*\)/y, ")");
      return inner;
    }
    const number = this.take(/-?\d+(\.\d+)?(e[+-]?\d+)?/iy);
    if (number !== undefined) return Number(number);
    const name = this.need(/[A-Za-z_][\w-]*/y, "a value");
    if (this.take(/\(/y) !== undefined) return new Call(name, this.list(")"));
    return WORDS[name] ?? (name === "null" ? null : this.reference(name));
  }

  private quoted(): TerraformValue {
    return joinParts(this.template(() => this.take(/"/y) !== undefined, true));
  }

  private list(end: "]" | ")"): TerraformValue[] {
    const close = end === "]" ? /\s*,?\s*\]/y : /\s*,?\s*\)/y;
    const items: TerraformValue[] = [];
    while (this.take(close) === undefined) {
      if (items.length > 0) this.need(/\s*,/y, ",");
      items.push(this.expression());
    }
    return items;
  }

  private object(): TerraformValue {
    const entries: [string, TerraformValue][] = [];
    while (this.take(/\s*,?\s*\}/y) === undefined) {
      if (entries.length > 0) this.need(/[ \t]*(,|\n)/y, "a new line");
      this.skipSpace();
      const key = this.take(/"/y) === undefined ? this.need(/[\w-]+/y, "a key") : this.quoted();
      if (typeof key !== "string" || entries.some(([other]) => other === key)) this.fail("a new key");
      this.need(/\s*[=:]/y, "=");
      entries.push([key, this.expression()]);
    }
    return Object.fromEntries(entries);
  }

  private reference(first: string): Reference {
    let path = first;
    for (;;) {
      const step = this.take(/\.[\w-]+/y);
      if (step !== undefined) path += step;
      else if (this.take(/\[/y) !== undefined) {
        path += `[${JSON.stringify(this.expression())}]`;
        this.need(/\s*\]/y, "]");
      } else return new Reference(path);
    }
  }

  private escape(): string | undefined {
    const long = this.take(/\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}/y);
    if (long !== undefined) return String.fromCodePoint(Number.parseInt(long.slice(2), 16));
    const short = this.take(/\\[^]/y);
    if (short === undefined) return undefined;
    return ESCAPES[short.slice(1)] ?? this.fail("an escape");
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  private need(pattern: RegExp, wanted: string): string {
    return this.take(pattern) ?? this.fail(wanted);
  }
}
