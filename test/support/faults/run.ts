import { createDisk } from "../../../src/cli/disk";
import { createProcessHost, type Host } from "../../../src/cli/host";
import { main } from "../../../src/cli/main";
import { ROOT } from "../repository";
import { Death, faultyFileSystem, type Fault } from "./faulty-file-system";

/** What a run did. */
export interface Run {
  /** Undefined when it was killed. */
  readonly exitCode: number | undefined;
  readonly out: string;
  readonly err: string;
  /** How often it asked the disk for something. */
  readonly operations: number;
}

/** A run of the command line that is struck by a fault. */
export interface Struck {
  /** The number of the operation of the disk, counted from 1; 0 for never. */
  readonly at: number;
  readonly fault: Fault;
}

const WHOLE: Struck = { at: 0, fault: { kind: "death" } };

/** Every run is another process, with a number that no real one has: it is gone when its run has ended. */
let processes = 2 ** 31;

/** Runs the command line over the real disk in this process, as another process would, with a fault. */
export async function runStruck(args: readonly string[], { at, fault }: Struck = WHOLE): Promise<Run> {
  const { system, operations } = faultyFileSystem(at, fault);
  const printed = { out: "", err: "" };
  processes += 1;
  const end = { isDead: false };
  const real = createProcessHost(ROOT, createDisk(system));
  const host: Host = {
    ...real,
    self: { ...real.self, processId: processes },
    isRunning: (id) => id < 2 ** 31 && real.isRunning(id),
    // The report of a process that is dead is not printed.
    printOut: (text) => void (printed.out += text),
    printError: (text) => void (printed.err += text),
  };
  const exitCode = await main(
    dying(host, () => (end.isDead = true)),
    args,
  );
  return { exitCode: end.isDead ? undefined : exitCode, ...printed, operations: operations() };
}

/** Notices that the process died, whatever the command line makes of it. */
function dying(host: Host, notice: () => void): Host {
  const entries = Object.entries(host).map(([name, value]: [string, unknown]) => {
    if (typeof value !== "function") return [name, value];
    return [
      name,
      (...args: readonly unknown[]): unknown => {
        const noticed = (error: unknown): never => {
          if (error instanceof Death) notice();
          throw error;
        };
        try {
          const result = (value as (...args: readonly unknown[]) => unknown)(...args);
          return result instanceof Promise ? result.catch(noticed) : result;
        } catch (error) {
          return noticed(error);
        }
      },
    ];
  });
  return Object.fromEntries(entries) as Host;
}
