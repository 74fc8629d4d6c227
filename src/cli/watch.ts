import { exitCodes } from "./exit-codes";
import type { Host } from "./host";
import { STANDARD_INPUT } from "./read-source";

/** The option of commands that can run again by themselves. */
export interface WatchOptions {
  /** Run again whenever a file that is read changes, until the user interrupts. */
  readonly watch: boolean;
  readonly quiet: boolean;
}

/**
 * Runs once, or with `--watch` after every change of the paths too: whatever a run finds, the next change is waited
 * for. The exit code is that of the one run, or success when the user ends the watch.
 */
export async function runAndWatch(
  host: Host,
  paths: readonly string[],
  { watch, quiet }: WatchOptions,
  run: () => Promise<number> | number,
): Promise<number> {
  if (!watch) return run();
  if (paths.includes(STANDARD_INPUT)) {
    host.printError("keyspan: standard input cannot be watched; name a file\n");
    return exitCodes.usage;
  }
  const watcher = host.watch(paths);
  try {
    do {
      await run();
      if (!quiet) host.printOut(`watching ${paths.join(", ")}; interrupt to end\n`);
    } while ((await watcher.next()) === "changed");
    return exitCodes.success;
  } finally {
    watcher.close();
  }
}
