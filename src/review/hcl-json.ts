/*
 * The only file that loads the HCL parser: HashiCorp's own, compiled to WebAssembly (1.7 MB). It is loaded when
 * the first text is parsed, so that no other command pays for it.
 */

/** What a file says, as Terraform's JSON syntax has it: expressions stand in `${…}`. */
export type RawDocument = Readonly<Record<string, unknown>>;

/** Parses files of the configuration language, each text once. */
export interface HclParser {
  /** Throws {@link HclSyntaxError}. */
  readonly parse: (path: string, text: string) => Promise<RawDocument>;
}

/** A text that is not HCL. */
export class HclSyntaxError extends Error {
  override readonly name = "HclSyntaxError";
}

/** A parser that remembers what it has parsed. */
export function createHclParser(): HclParser {
  const parsed = new Map<string, Promise<RawDocument>>();
  return {
    parse: (path, text) => {
      const known = parsed.get(text) ?? parseText(path, text);
      parsed.set(text, known);
      return known;
    },
  };
}

async function parseText(path: string, text: string): Promise<RawDocument> {
  const { parse } = await import("@cdktf/hcl2json");
  try {
    return (await parse(path, text)) as RawDocument;
  } catch (error) {
    throw new HclSyntaxError(error instanceof Error ? error.message : String(error));
  }
}
