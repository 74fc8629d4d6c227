import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { buildSync } from "esbuild";
import { largeSpec } from "./large-spec";
import { measureNode, median } from "./measure";
import { row } from "./table";

const DATABASES = 60;
const RUNS = 9;

/** `keyspan synth` beside a program of CDKTF that makes the same resources, written by hand and bundled. */
export function handWritten(folder: string): string[] {
  const spec = path.join(folder, "synth.yaml");
  writeFileSync(spec, largeSpec(DATABASES));
  const program = bundle(path.join(folder, "hand-written.js"));
  const synth = (name: string, args: readonly string[]) =>
    measureNode(args, { env: { CDKTF_OUTDIR: path.join(folder, name) } }).seconds;
  const ratios = Array.from({ length: RUNS }, () => {
    const ours = synth("synth", [path.resolve("dist/cli.js"), "synth", spec, "--quiet"]);
    return ours / synth("by-hand", [program, String(DATABASES)]);
  });
  const written = (name: string) => readStack(path.join(folder, name, "stacks/fleet/cdk.tf.json"));
  assert.deepEqual(written("synth"), written("by-hand"));
  return [
    row(
      `\`keyspan synth\` of ${DATABASES} databases`,
      "a bundled CDKTF program by hand, with the same resources",
      median(ratios),
      "≤ 1.3",
    ),
  ];
}

function bundle(outfile: string): string {
  buildSync({
    entryPoints: ["test/bench/hand-written/main.ts"],
    bundle: true,
    platform: "node",
    target: "node20",
    minifyWhitespace: true,
    minifySyntax: true,
    outfile,
    logLevel: "warning",
  });
  return outfile;
}

/** Documents of policies are text in the one and a call in the other; notes of cdktf say which construct it was. */
const WRITTEN_OTHERWISE = new Set(["//", "policy", "assume_role_policy"]);

function readStack(file: string): unknown {
  const { resource, variable, output } = JSON.parse(readFileSync(file, "utf8"), (key, value: unknown) =>
    WRITTEN_OTHERWISE.has(key) ? undefined : value,
  ) as Record<string, unknown>;
  return { resource, variable, output };
}
