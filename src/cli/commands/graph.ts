import type { Diagram } from "../../base/diagram";
import { printDot } from "../../diagram/print-dot";
import { printSvg } from "../../diagram/print-svg";
import { printMermaid } from "../../markdown/print-mermaid";
import { deploymentDiagram } from "../../model/graph";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions, GRAPH_FORMATS } from "../options";
import { readSpecs } from "../read-specs";

/** Options of `graph`. */
export interface GraphOptions extends CommonOptions {
  readonly format: (typeof GRAPH_FORMATS)[number];
}

/** Prints the picture of a deployment: Regions, keys, databases, what encrypts and what replicates what. */
export async function graph(host: Host, spec: string, options: GraphOptions): Promise<number> {
  const compiled = readSpecs(host, [spec], options);
  if (compiled === undefined) return exitCodes.errors;
  for (const { deployment } of compiled) {
    host.printOut(await print(deploymentDiagram(deployment.plan), options.format));
  }
  return exitCodes.success;
}

function print(diagram: Diagram, format: GraphOptions["format"]): string | Promise<string> {
  switch (format) {
    case "mermaid":
      return `${printMermaid(diagram)}\n`;
    case "dot":
      return printDot(diagram);
    case "svg":
      return printSvg(diagram);
  }
}
