import * as path from "node:path";
import { measureNode, type Measured } from "./measure";

/** The spec that cold starts are measured with. */
export const EXAMPLE = "examples/aurora-global-per-region-keys.yaml";

/** Runs the built command, and measures it. */
export function keyspan(...args: readonly string[]): Measured {
  return measureNode([path.resolve("dist/cli.js"), ...args, "--quiet"]);
}
