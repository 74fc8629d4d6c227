/** Notices changes until the user interrupts. */
export interface Watcher {
  /** Waits for a change since the last one that was noticed; what changes during a run counts. */
  readonly next: () => Promise<"changed" | "ended">;
  readonly close: () => void;
}

/** What a watcher needs of the world. */
export interface WatchedWorld {
  /** A text that differs when anything that is watched differs. */
  readonly stamp: () => string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Calls back when the user interrupts; answers how to stop listening. */
  readonly onInterrupt: (listener: () => void) => () => void;
}

const INTERVAL = 150;

/**
 * A watcher that looks at the files again and again. Events of the file system come neither from network folders
 * nor from containers' mounts, and follow the file that was replaced rather than its name; looking works
 * everywhere, and a spec is few files. A change is told once the files have been at rest for one interval, so
 * that no half written file is read.
 */
export function createWatcher({ stamp, sleep, onInterrupt }: WatchedWorld): Watcher {
  let isEnded = false;
  let seen = stamp();
  const stopListening = onInterrupt(() => {
    isEnded = true;
  });
  return {
    next: async () => {
      for (let last = seen; ;) {
        await sleep(INTERVAL);
        if (isEnded) return "ended";
        const now = stamp();
        if (now === last && now !== seen) {
          seen = now;
          return "changed";
        }
        last = now;
      }
    },
    close: stopListening,
  };
}
