import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createProcessHost } from "../../src/cli/host";
import { createWatcher } from "../../src/cli/watcher";
import { ROOT } from "../support/repository";
import { runInMemory } from "../support/run-in-memory";

const SPEC = `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1]
keys:
  storage: { strategy: single-region }
`;

test("validate runs again after each change, through errors and files that vanish, until it is interrupted", async () => {
  const specs: Record<string, string> = { "orders.yaml": SPEC };
  const steps = [
    () => void (specs["orders.yaml"] = SPEC.replace("single-", "one-")),
    () => {
      delete specs["orders.yaml"];
    },
    () => void (specs["orders.yaml"] = SPEC),
  ];
  let isClosed = false;
  const watcher = {
    next: () => {
      const step = steps.shift();
      step?.();
      return Promise.resolve(step === undefined ? ("ended" as const) : ("changed" as const));
    },
    close: () => void (isClosed = true),
  };
  const host = { watch: () => watcher };
  const { exitCode, out, err } = await runInMemory(specs, ["validate", "orders.yaml", "--watch"], host);
  expect(exitCode).toBe(0);
  const status = "watching orders.yaml; interrupt to end\n";
  expect(out).toBe(`valid: orders.yaml\n${status}${status}${status}valid: orders.yaml\n${status}`);
  expect(err).toContain("error spec/unknown-value");
  expect(err).toContain("error spec/unreadable");
  expect(isClosed).toBe(true);
});

test("emit watches the folder of templates too", async () => {
  const watched: (readonly string[])[] = [];
  const watch = (paths: readonly string[]) => {
    watched.push(paths);
    return { next: () => Promise.resolve("ended" as const), close: () => undefined };
  };
  const args = ["emit", "orders.yaml", "--templates", "house", "--watch", "--quiet"];
  const { exitCode } = await runInMemory({}, args, { watch });
  expect({ exitCode, watched }).toEqual({ exitCode: 0, watched: [["orders.yaml", "house"]] });
});

test("standard input cannot be watched", async () => {
  const { exitCode, err } = await runInMemory({}, ["validate", "-", "--watch"]);
  expect(exitCode).toBe(64);
  expect(err).toContain("standard input cannot be watched");
});

test("a change is told once it is at rest, also one that happened during a run", async () => {
  const stamps = ["a", "b", "c", "c", "c", "c", "c"];
  let sleeps = 0;
  const watcher = createWatcher({
    stamp: () => stamps.shift() ?? "c",
    sleep: () => {
      sleeps += 1;
      return Promise.resolve();
    },
    onInterrupt: (listener) => {
      const timer = setTimeout(listener, 50);
      return () => clearTimeout(timer);
    },
  });
  expect(await watcher.next()).toBe("changed");
  expect(sleeps).toBe(3);
  watcher.close();
});

test("a file that is replaced, vanishes and comes back is noticed on the disk; an interrupt ends the watch", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
  const spec = path.join(folder, "orders.yaml");
  fs.writeFileSync(spec, "one");
  const watcher = createProcessHost(ROOT).watch([spec, path.join(folder, "templates")]);
  try {
    // As editors save: another file takes the place of the old one.
    fs.writeFileSync(`${spec}~`, "two");
    fs.renameSync(`${spec}~`, spec);
    expect(await watcher.next()).toBe("changed");
    fs.rmSync(spec);
    expect(await watcher.next()).toBe("changed");
    fs.writeFileSync(spec, "three");
    expect(await watcher.next()).toBe("changed");
    fs.mkdirSync(path.join(folder, "templates"));
    fs.writeFileSync(path.join(folder, "templates/main.tf.hbs"), "");
    expect(await watcher.next()).toBe("changed");
    const listeners = process.listenerCount("SIGINT");
    process.emit("SIGINT");
    expect(await watcher.next()).toBe("ended");
    watcher.close();
    expect(process.listenerCount("SIGINT")).toBe(listeners - 1);
  } finally {
    watcher.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
