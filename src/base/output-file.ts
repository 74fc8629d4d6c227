/** A file that the compiler wants to exist: `path` is relative, with forward slashes, below the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}

/** A file as it stands on a disk. */
export interface FileBytes {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * A file as its bytes, UTF-8. They stand outside of the heap: kept as text, the pieces that a text was put together
 * from would be kept with it.
 */
export function toBytes({ path, content }: OutputFile): FileBytes {
  return { path, content: Buffer.from(content) };
}

/** Bytes as the text that they are in UTF-8; nothing of it is left out. */
export function toText(content: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
}
