import type { IConstruct } from "../cdktf/bindings";
import { createSourceFile, type SourceRange } from "../diagnostics/source-file";
import type { MapEntry, MapNode, SpecDocument, SpecNode, SpecPath } from "../spec/spec-node";
import type { OptionRecord, OptionValue } from "./read-options";

/** A construct with its options: a key set or a database. */
export interface OptionPart {
  readonly owner: IConstruct;
  /** The field of the document that it belongs to. */
  readonly field: "keys" | "databases";
  readonly name: string;
  readonly options: OptionRecord;
}

/** What a diagnostic is about when there is no text: a construct, and the option of it that is meant. */
export interface OptionPlace {
  readonly owner: IConstruct;
  readonly path: SpecPath;
}

/** Constructs as a document of the spec language, and the way back. */
export interface OptionDocument {
  readonly document: SpecDocument;
  /** The construct and the option that a range of the document stands for. */
  readonly placeOf: (range: SourceRange) => OptionPlace;
}

/** The document that says the same as a deployment's constructs. */
export function documentOf(
  deployment: { readonly owner: IConstruct; readonly options: OptionRecord },
  parts: readonly OptionPart[],
): OptionDocument {
  const builder = new DocumentBuilder(deployment.owner);
  const root = builder.deployment(deployment.options, parts);
  return {
    document: { file: createSourceFile(deployment.owner.node.path, ""), root },
    placeOf: ({ start }) => builder.places[start] ?? { owner: deployment.owner, path: [] },
  };
}

/** There is no text: a range is the number of a place, in the order of the document. */
class DocumentBuilder {
  readonly places: OptionPlace[] = [];

  constructor(private readonly owner: IConstruct) {}

  deployment(options: OptionRecord, parts: readonly OptionPart[]): MapNode {
    const range = this.rangeOf({ owner: this.owner, path: [] });
    const entries = new Map<string, MapEntry>(this.entries(options, { owner: this.owner, path: [] }));
    for (const field of ["keys", "databases"] as const) {
      const own = parts.filter((part) => part.field === field);
      if (own.length === 0) continue;
      const keyRange = this.rangeOf({ owner: this.owner, path: [] });
      entries.set(field, { keyRange, value: this.partMap(own) });
    }
    return { kind: "map", entries, range };
  }

  private partMap(parts: readonly OptionPart[]): MapNode {
    const range = this.rangeOf({ owner: this.owner, path: [] });
    const entries = parts.map(({ owner, name, options }): [string, MapEntry] => {
      const place = { owner, path: [] };
      return [name, { keyRange: this.rangeOf(place), value: this.node(options, place) }];
    });
    return { kind: "map", entries: new Map(entries), range };
  }

  private node(value: OptionValue, place: OptionPlace): SpecNode {
    const range = this.rangeOf(place);
    if (value === null || typeof value !== "object")
      return { kind: "scalar", value, source: String(value), range };
    const { owner, path } = place;
    if (isList(value)) {
      const items = value.map((item, index) => this.node(item, { owner, path: [...path, index] }));
      return { kind: "list", items, range };
    }
    return { kind: "map", entries: new Map(this.entries(value, place)), range };
  }

  private entries(record: OptionRecord, { owner, path }: OptionPlace): [string, MapEntry][] {
    return Object.entries(record).map(([name, value]) => {
      const place = { owner, path: [...path, name] };
      return [name, { keyRange: this.rangeOf(place), value: this.node(value, place) }];
    });
  }

  private rangeOf(place: OptionPlace): SourceRange {
    const start = this.places.push(place) - 1;
    return { start, end: start };
  }
}

function isList(value: OptionValue): value is readonly OptionValue[] {
  return Array.isArray(value);
}
