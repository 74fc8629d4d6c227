import { sortedUnique } from "../../base/ordering";
import { suggest } from "../../base/suggest";
import { createDiagnostic } from "../../diagnostics/create-diagnostic";
import type { PricedName } from "../../diagnostics/catalog/prices";
import type { Diagnostic } from "../../diagnostics/diagnostic";
import type { Result } from "../../diagnostics/result";
import { KEY_PROTECTIONS } from "../../model/key";
import type { PriceLists } from "../../model/prices";
import { isGapAt } from "../../model/provider-language";
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
  const check = (what: PricedName, path: readonly string[], known: readonly string[]): Diagnostic[] => {
    const name = path.at(-1) ?? "";
    if (known.includes(name)) return [];
    const suggestion = suggest(name, known);
    const range = locate(document.root, path, "key");
    return [createDiagnostic("prices/unknown-name", { what, name, known, suggestion }, document.file, range)];
  };
  return [...prices].flatMap(([partition, { requests, byProtection }]) => [
    ...check("partition", ["prices", partition], partitions),
    ...Object.keys(byProtection ?? {}).flatMap((protection) =>
      check("protection", ["prices", partition, "byProtection", protection], protectionsIn(partition)),
    ),
    ...Object.entries(byProtection ?? {}).flatMap(([protection, { bySpec = {} }]) =>
      Object.keys(bySpec).flatMap((spec) =>
        check("key spec", ["prices", partition, "byProtection", protection, "bySpec", spec], specs),
      ),
    ),
    ...Object.keys(requests?.bySpec ?? {}).flatMap((spec) =>
      check("key spec", ["prices", partition, "requests", "bySpec", spec], specs),
    ),
  ]);
}

/** The protections that keys of a partition can have; of a partition that is not there nothing more is said. */
function protectionsIn(partition: string): readonly string[] {
  const catalog = allCatalogs().find(({ regions }) =>
    [...regions.values()].some((region) => region.partition === partition),
  );
  const place = ["keys", "*", "protection"];
  const lacking = (catalog?.gaps ?? []).flatMap((gap) => (isGapAt(gap, place) ? (gap.words ?? []) : []));
  return KEY_PROTECTIONS.filter((protection) => !lacking.includes(protection));
}
