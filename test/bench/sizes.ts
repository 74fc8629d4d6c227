import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import * as path from "node:path";
import { runtimeDependencies } from "../../scripts/dependencies-page";
import { sizeRow } from "./table";

const MEGABYTE = 1_000_000;

/** What is downloaded, and what stands on the disk of somebody who emits HCL and brings no CDKTF along. */
export function sizes(root: string): string[] {
  const printed = execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: root });
  const [pack] = JSON.parse(printed.toString()) as readonly [{ size: number; unpackedSize: number }];
  const dependencies = runtimeDependencies(root);
  const installed = dependencies.reduce((sum, { location }) => sum + sizeOf(path.join(root, location)), 0);
  return [
    sizeRow("the package, packed (`npm pack`)", pack.size / MEGABYTE),
    sizeRow("the package, unpacked", pack.unpackedSize / MEGABYTE),
    sizeRow(
      `installed without CDKTF, with its ${dependencies.length} packages`,
      (pack.unpackedSize + installed) / MEGABYTE,
    ),
  ];
}

/** Packages inside a package are counted by themselves. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "node_modules")
    .map((entry) => path.join(folder, entry.name))
    .reduce((sum, file) => {
      const stat = statSync(file);
      return sum + (stat.isDirectory() ? sizeOf(file) : stat.size);
    }, 0);
}
