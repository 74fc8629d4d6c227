/** What was to be done when the disk refused. */
export type DiskAction = "read" | "write";

/** The disk refused. Nobody's bug: `main` prints it as a diagnostic of the file. */
export class DiskError extends Error {
  constructor(
    readonly action: DiskAction,
    /** As it is printed. */
    readonly file: string,
    /** Why, in words. */
    readonly reason: string,
  ) {
    super(`${file}: ${reason}`);
    this.name = "DiskError";
  }
}

/** What errors of the system mean, https://man7.org/linux/man-pages/man3/errno.3.html. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
  ENOSPC: "no space is left on the disk",
  EDQUOT: "the quota of the disk is exhausted",
  EFBIG: "the file would be larger than is allowed here",
  EIO: "the device failed",
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  ENOTDIR: "a step of its path is a file, not a folder",
  EEXIST: "a step of its path is a file, not a folder",
  ELOOP: "its path leads through a circle of links",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EBUSY: "another program holds it",
};

/** Does something with a file; what the system says against it becomes a DiskError. */
export function onDisk<T>(action: DiskAction, file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw toDiskError(action, file, error);
  }
}

/** What the system says against doing something with a file as a DiskError; every other error as it is. */
export function toDiskError(action: DiskAction, file: string, error: unknown): unknown {
  const code = systemCode(error);
  return code === undefined ? error : new DiskError(action, file, REASONS[code] ?? `the system says ${code}`);
}

/** Like `onDisk`, for reading what may be missing: undefined when there is nothing at the path. */
export function ifThere<T>(file: string, read: () => T): T | undefined {
  return onDisk("read", file, () => {
    try {
      return read();
    } catch (error) {
      if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return undefined;
      throw error;
    }
  });
}

/** The code of an error of the system, `ENOENT` for one; undefined for every other error. */
export function systemCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("syscall" in error) || !("code" in error))
    return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
