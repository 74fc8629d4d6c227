import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions } from "../options";
import { printPlanJson } from "../print-plan-json";
import { printPlanTree } from "../print-plan-tree";
import { providerNamed } from "../../providers/registry";
import { readSpecs } from "../read-specs";

/** Options of `show`. */
export interface ShowOptions extends CommonOptions {
  readonly json: boolean;
}

/** Prints the resolved deployment plan: as a tree for people, or as JSON. */
export function show(host: Host, spec: string, options: ShowOptions): number {
  const compiled = readSpecs(host, [spec], options);
  if (compiled === undefined) return exitCodes.errors;
  for (const { deployment } of compiled) {
    const { plan, providerName } = deployment;
    const { words } = providerNamed(providerName).catalog;
    host.printOut(options.json ? printPlanJson(plan) : printPlanTree(plan, words));
  }
  return exitCodes.success;
}
