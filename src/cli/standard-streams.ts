import * as fs from "node:fs";
import { onDisk, systemCode } from "./disk-error";
import { readAtMost } from "./read-at-most";

/** Reads standard input to its end. */
export function readStandardInput(): Uint8Array {
  return onDisk("read", "<stdin>", () => readAtMost(fs, 0));
}

/** Prints data. */
export function printOut(text: string): void {
  onDisk("write", "<stdout>", () => {
    writeAll(1, text);
  });
}

/** Prints what there is to say; that it cannot be printed, nobody can be told. */
export function printError(text: string): void {
  try {
    writeAll(2, text);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) {
    try {
      written += fs.writeSync(descriptor, bytes, written);
    } catch (error) {
      const code = systemCode(error);
      // Nobody reads any more, as after `| head`: what there is to do is done all the same.
      if (code === "EPIPE") return;
      // A full pipe: the reader is slower than we are.
      if (code !== "EAGAIN") throw error;
    }
  }
}
