import { sortedUnique } from "../../base/ordering";
import { suggest } from "../../base/suggest";
import { createDiagnostic } from "../../diagnostics/create-diagnostic";
import type { Diagnostic } from "../../diagnostics/diagnostic";
import type { Result } from "../../diagnostics/result";
import type { PriceLists } from "../../model/prices";
import { allCatalogs } from "../../providers/registry";
import { locate } from "../../spec/locate";
import { readPrices, type ReadPrices } from "../../spec/read-prices";
import type { Host } from "../host";
import { readSource } from "../read-source";

/** Reads the prices of a file, which take the place of known ones; every partition and key spec must exist. */
export function readPriceFile(host: Host, argument: string): Result<PriceLists> {
  const source = readSource(host, argument);
  if (source.value === undefined) return { diagnostics: source.diagnostics };
  const read = readPrices(source.value);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const unknown = unknownNames(read.value);
  if (unknown.length > 0) return { diagnostics: [...read.diagnostics, ...unknown] };
  return { value: read.value.prices, diagnostics: read.diagnostics };
}

function unknownNames({ document, prices }: ReadPrices): Diagnostic[] {
  const catalogs = allCatalogs();
  const partitions = sortedUnique(
    catalogs.flatMap(({ regions }) => [...regions.values()].map(({ partition }) => partition)),
  );
  const specs = sortedUnique(catalogs.flatMap(({ keySpecs }) => [...keySpecs.keys()]));
  const check = (
    what: "partition" | "key spec",
    path: readonly string[],
    known: readonly string[],
  ): Diagnostic[] => {
    const name = path.at(-1) ?? "";
    if (known.includes(name)) return [];
    const suggestion = suggest(name, known);
    const range = locate(document.root, path, "key");
    return [createDiagnostic("prices/unknown-name", { what, name, known, suggestion }, document.file, range)];
  };
  return [...prices].flatMap(([partition, { requests }]) => [
    ...check("partition", ["prices", partition], partitions),
    ...Object.keys(requests?.bySpec ?? {}).flatMap((spec) =>
      check("key spec", ["prices", partition, "requests", "bySpec", spec], specs),
    ),
  ]);
}
