import {
  Type,
  type ObjectOptions,
  type Static,
  type TObject,
  type TProperties,
  type TSchema,
  type TUnsafe,
} from "@sinclair/typebox";
import type { RegionName } from "../../base/names";
import { HINT } from "./hint";

/** An object of the language: unknown fields are errors. Every description ends up in editors. */
export function fields<T extends TProperties>(properties: T, options: ObjectOptions): TObject<T> {
  return Type.Object(properties, { ...options, additionalProperties: false });
}

/** A map whose keys the user chooses; `namePattern` says which keys are allowed. */
export function mapOf<T extends TSchema>(
  value: T,
  options: {
    readonly description: string;
    readonly minProperties?: number;
    readonly namePattern?: string;
    readonly nameHint?: string;
    readonly examples?: readonly unknown[];
    readonly default?: unknown;
  },
): TUnsafe<Readonly<Record<string, Static<T>>>> {
  const { namePattern, nameHint, ...rest } = options;
  return Type.Unsafe({
    type: "object",
    ...(namePattern === undefined ? {} : { propertyNames: { pattern: namePattern, [HINT]: nameHint } }),
    additionalProperties: value,
    ...rest,
  });
}

/** A closed list of words. Where the description says "`word`: what it means.", editors show that beside the word. */
export function choice<const T extends string>(
  words: readonly T[],
  options: { readonly description: string; readonly default?: T | readonly T[] },
): TUnsafe<T> {
  const meanings = words.map((word) => meaningIn(options.description, word));
  const shown = meanings.every((meaning) => meaning === "") ? {} : { enumDescriptions: meanings };
  return Type.Unsafe<T>({ type: "string", enum: [...words], ...options, ...shown });
}

function meaningIn(description: string, word: string): string {
  const after = description.split(`\`${word}\`: `)[1] ?? "";
  return after.split(/ `[^`]+`: | Default: /)[0]?.trim() ?? "";
}

/** The name of a Region; whether the provider knows it is a rule's question. */
export function region(description: string): TUnsafe<RegionName> {
  return Type.Unsafe<RegionName>({ type: "string", minLength: 1, description });
}

/** A map Region → settings of that Region. */
export function byRegion<T extends TSchema>(
  value: T,
  description: string,
  options: { readonly minProperties?: number } = {},
) {
  return mapOf(value, { description, ...options });
}

/** Text that must match a pattern, which `hint` says in words. */
export function patterned(
  pattern: string,
  hint: string,
  options: { readonly description: string; readonly examples?: readonly string[]; readonly default?: string },
) {
  return Type.String({ pattern, [HINT]: hint, ...options });
}
