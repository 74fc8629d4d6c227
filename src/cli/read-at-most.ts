import type { readSync } from "node:fs";
import { systemCode } from "./disk-error";

/** More than any document may have, by far: a device may have no end. */
const MOST_BYTES = 1 << 27;
const CHUNK = 1 << 16;

/** Reads what is open to its end, or the first of very many bytes. */
export function readAtMost(fs: { readonly readSync: typeof readSync }, descriptor: number): Uint8Array {
  const chunks: Buffer[] = [];
  for (let total = 0; total < MOST_BYTES;) {
    const chunk = Buffer.allocUnsafe(CHUNK);
    const length = readChunk(fs, descriptor, chunk);
    if (length === 0) break;
    chunks.push(chunk.subarray(0, length));
    total += length;
  }
  return Buffer.concat(chunks);
}

function readChunk(fs: { readonly readSync: typeof readSync }, descriptor: number, chunk: Buffer): number {
  for (;;) {
    try {
      return fs.readSync(descriptor, chunk);
    } catch (error) {
      const code = systemCode(error);
      // Windows has no end of standard input, but an error.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      // An empty pipe that does not block: whoever writes is slower than we are.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
