/*
 * What a template is given, as data: the names in a user's templates are checked against it, and the tables of
 * docs/templates.md are made from it.
 */

/** The type of a value of a view. */
export type ViewType = TextType | ListType | RecordType;

export interface TextType {
  readonly kind: "text";
  readonly description: string;
}

export interface ListType {
  readonly kind: "list";
  readonly description: string;
  readonly item: ViewType;
}

export interface RecordType {
  readonly kind: "record";
  readonly description: string;
  readonly fields: Readonly<Record<string, ViewType>>;
}

/** The type that describes values of `T`. */
export type TypeOf<T> = T extends string
  ? TextType
  : T extends readonly (infer E)[]
    ? ListType & { readonly item: TypeOf<E> }
    : RecordType & { readonly fields: { readonly [K in keyof T]-?: TypeOf<T[K]> } };

/** Text. */
export function text(description: string): TextType {
  return { kind: "text", description };
}

/** A list of values of one type. */
export function list<T extends ViewType>(description: string, item: T): ListType & { readonly item: T } {
  return { kind: "list", description, item };
}

/** Values by name. */
export function record<F extends Readonly<Record<string, ViewType>>>(
  description: string,
  fields: F,
): RecordType & { readonly fields: F } {
  return { kind: "record", description, fields };
}
