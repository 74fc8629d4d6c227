import { hasErrors, type Result } from "../diagnostics/result";
import type { SourceFile } from "../diagnostics/source-file";
import type { PriceLists } from "../model/prices";
import { schemaErrors } from "./compiled-schema";
import { parseYaml } from "./parse-yaml";
import type { PricesSpec } from "./schema/prices";
import { toFindings } from "./schema-findings";
import { shapeDiagnostic } from "./shape-diagnostics";
import { toData, type SpecDocument } from "./spec-node";

/** A file of prices that has the right shape, with the document for diagnostics about what it names. */
export interface ReadPrices {
  readonly document: SpecDocument;
  readonly prices: PriceLists;
}

/** Reads a file of prices; every finding has its place. Whether partitions and key specs exist is not asked here. */
export function readPrices(file: SourceFile): Result<ReadPrices> {
  const { value: document, diagnostics } = parseYaml(file);
  if (document === undefined) return { diagnostics };
  const data = toData(document.root);
  const findings = toFindings(schemaErrors("prices", data), document.root);
  const found = [...diagnostics, ...findings.map((finding) => shapeDiagnostic(finding, document, []))];
  if (hasErrors(found)) return { diagnostics: found };
  return { value: { document, prices: toPriceLists(data as PricesSpec) }, diagnostics: found };
}

function toPriceLists({ prices }: PricesSpec): PriceLists {
  return new Map(
    Object.entries(prices).map(([partition, { requests, chargedRotations, ...list }]) => [
      partition,
      {
        ...list,
        chargedRotations: chargedRotations === "all" ? Infinity : chargedRotations,
        requests: requests && { ...requests, bySpec: requests.bySpec ?? {} },
      },
    ]),
  );
}
