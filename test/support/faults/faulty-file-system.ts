import * as fs from "node:fs";
import type { FileSystem } from "../../../src/cli/disk";

/** What happens at an operation of the disk. */
export type Fault =
  /** The process is killed in the midst of it: nothing that it would do afterwards happens. */
  | { readonly kind: "death" }
  /** The system refuses it, and every operation of its kind after it or only this one. */
  | { readonly kind: "refusal"; readonly code: string; readonly lasts: boolean };

/** Thrown where the process would be dead. */
export class Death extends Error {}

/** A file system with a fault, and how often it was asked for something. */
export interface FaultyFileSystem {
  readonly system: FileSystem;
  readonly operations: () => number;
}

const WRITING = new Set<keyof FileSystem>([
  ...([
    "mkdirSync",
    "openSync",
    "writeFileSync",
    "fsync",
    "fsyncSync",
    "renameSync",
    "rmSync",
    "rmdirSync",
  ] as const),
]);
const READING = new Set<keyof FileSystem>([
  ...(["lstatSync", "openSync", "readFileSync", "readSync", "readdirSync", "statSync"] as const),
]);

/** The real file system, which fails at its operation number `at`, counted from 1; 0 for never. */
export function faultyFileSystem(at: number, fault: Fault): FaultyFileSystem {
  let count = 0;
  let isDead = false;
  const strike = (name: keyof FileSystem, act: () => unknown, half: () => void): unknown => {
    if (isDead) throw new Death();
    count += 1;
    if (at === 0 || count < at) return act();
    if (fault.kind === "death") {
      isDead = true;
      half();
      throw new Death();
    }
    const isConcerned = (fault.code === "EIO" ? READING : WRITING).has(name) || WRITING.has(name);
    if (!isConcerned || (!fault.lasts && count > at)) return act();
    half();
    throw Object.assign(new Error(`${fault.code}: injected`), { code: fault.code, syscall: name });
  };
  // Nothing is lost but by us: to wait for the real disk would only take time.
  const fsync = (_: number, callback: (refusal: unknown) => void) => {
    let refusal: unknown = null;
    try {
      strike(
        "fsync",
        () => undefined,
        () => undefined,
      );
    } catch (error) {
      refusal = error;
    }
    queueMicrotask(() => callback(refusal));
  };
  const wrapped = Object.fromEntries(
    Object.keys(OPERATIONS).map((key) => {
      const name = key as keyof FileSystem;
      const real = fs[name] as (...args: readonly unknown[]) => unknown;
      const act = (args: readonly unknown[]) => (name === "fsyncSync" ? undefined : real(...args));
      return [
        name,
        (...args: readonly unknown[]) =>
          strike(
            name,
            () => act(args),
            () => halfOf(name, args),
          ),
      ];
    }),
  );
  return { system: { ...wrapped, fsync } as unknown as FileSystem, operations: () => count };
}

/** A write that does not come to its end leaves a part of its bytes. */
function halfOf(name: keyof FileSystem, [descriptor, content]: readonly unknown[]): void {
  if (name !== "writeFileSync" || !isContent(content) || typeof descriptor !== "number") return;
  fs.writeFileSync(descriptor, content.slice(0, content.length / 2));
}

function isContent(content: unknown): content is string | Uint8Array {
  return typeof content === "string" || content instanceof Uint8Array;
}

const OPERATIONS: Readonly<Record<keyof FileSystem, true>> = {
  closeSync: true,
  fsync: true,
  fsyncSync: true,
  lstatSync: true,
  mkdirSync: true,
  openSync: true,
  readSync: true,
  readdirSync: true,
  readFileSync: true,
  renameSync: true,
  rmSync: true,
  rmdirSync: true,
  statSync: true,
  writeFileSync: true,
};
