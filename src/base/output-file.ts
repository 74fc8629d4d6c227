/** A file that the compiler wants to exist: `path` is relative, with forward slashes, below the output folder. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
}
