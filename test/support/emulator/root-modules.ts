import * as fs from "node:fs";
import * as path from "node:path";
import { synthesizePrograms } from "../../../src/cdktf/synth";
import type { CompiledDeployment } from "../../../src/compile";
import { renderDeployment } from "../../../src/render";

/** Writes the root modules of a deployment below a folder; their folders, in the order in which they are applied. */
export type WriteRoots = (
  deployment: CompiledDeployment,
  specName: string,
  folder: string,
) => readonly string[];

/** The root modules of a spec as plain Terraform. */
export const asPlainTerraform: WriteRoots = (deployment, specName, folder) => {
  for (const { path: file, content } of renderDeployment(deployment, specName)) {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, content);
  }
  return deployment.programs.map((program) => path.join(folder, program.folder));
};

/** The root modules of a spec as the stacks that cdktf deploys. */
export const asCdktfStacks: WriteRoots = ({ programs }, _specName, folder) => {
  synthesizePrograms(programs, folder);
  return programs.map(({ name }) => path.join(folder, "stacks", name));
};

/** A fault that somebody makes in a file: the first `from` after the beginning of a block becomes `to`. */
export interface Fault {
  readonly file: string;
  readonly within: string;
  readonly from: string;
  readonly to: string;
}

/** The root modules of a spec as a keyspan would write them that makes mistakes. */
export function withFaults(faults: readonly Fault[]): WriteRoots {
  return (deployment, specName, folder) => {
    const roots = asPlainTerraform(deployment, specName, folder);
    for (const { file, within, from, to } of faults) {
      const target = path.join(folder, file);
      const text = fs.readFileSync(target, "utf8");
      const place = text.indexOf(from, text.indexOf(within));
      if (!text.includes(within) || place < 0) throw new Error(`there is no ${from} within ${within}`);
      fs.writeFileSync(target, text.slice(0, place) + to + text.slice(place + from.length));
    }
    return roots;
  };
}

/** Removes what was written for an earlier spec, but not the state. */
export function removeConfiguration(root: string): void {
  if (!fs.existsSync(root)) return;
  for (const name of fs.readdirSync(root)) {
    if (/\.tf(\.json)?$/.test(name)) fs.rmSync(path.join(root, name));
  }
}
