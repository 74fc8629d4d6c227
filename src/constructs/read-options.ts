import { Construct, Token, type IConstruct } from "../cdktf/bindings";
import { pathText } from "../spec/path-text";
import type { SpecPath } from "../spec/spec-node";
import type { IKeySet } from "./key-set-reference";

/** Options as plain data: what a spec could say. */
export type OptionValue = string | number | boolean | null | readonly OptionValue[] | OptionRecord;
/** Options by name. */
export interface OptionRecord {
  readonly [name: string]: OptionValue;
}

/** What the options of a construct are read for. */
export interface OptionReader {
  readonly owner: IConstruct;
  readonly deployment: IConstruct;
  /** Whether an option may be a value that is known only when Terraform runs. */
  readonly mayBeLate: (path: SpecPath) => boolean;
}

/**
 * Copies options, so that changing them later changes nothing; a key set becomes its name. Throws where the
 * program is at fault: for what no spec could say, and for late values where the compiler must know the value.
 */
export function readOptions(options: object, reader: OptionReader): OptionRecord {
  return readRecord(options, [], reader);
}

function readRecord(value: object, path: SpecPath, reader: OptionReader): OptionRecord {
  return Object.fromEntries(
    Object.entries(value as Readonly<Record<string, unknown>>)
      .filter(([, item]) => item !== undefined)
      .map(([name, item]) => [name, readValue(item, [...path, name], reader)]),
  );
}

function readValue(value: unknown, path: SpecPath, reader: OptionReader): OptionValue {
  if (isKeySet(value)) return keySetName(value, path, reader);
  const isLate = typeof value === "string" ? isLateText(value) : Token.isUnresolved(value);
  const isAllowed = typeof value === "string" && reader.mayBeLate(path);
  // A list that is known later is a list with one mark in it: the item is judged.
  if (isLate && !isAllowed && !Array.isArray(value))
    throw misuse(reader, path, "is known only when Terraform runs; keyspan must know it when it compiles");
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item, index) => readValue(item, [...path, index], reader));
  if (isPlainObject(value)) return readRecord(value, path, reader);
  throw misuse(
    reader,
    path,
    "is neither text, a number, true, false, null, a list, a plain object nor a key set",
  );
}

/** Whether a text, or an item of a list, is a mark of cdktf for a value that is known later. */
export function isLateText(text: string): boolean {
  return Token.isUnresolved(text) || Token.isUnresolved([text]);
}

function keySetName(keySet: IKeySet, path: SpecPath, reader: OptionReader): string {
  if (keySet.node.scopes.includes(reader.deployment)) return keySet.keySetName;
  throw misuse(reader, path, `is key set ${keySet.node.path} of another deployment`);
}

function isKeySet(value: unknown): value is IKeySet {
  return Construct.isConstruct(value) && "keySetName" in value;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

function misuse({ owner }: OptionReader, path: SpecPath, problem: string): Error {
  return new Error(`[${owner.node.path}] ${pathText(path)} ${problem}`);
}
