import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { fillStrategyGuide, STRATEGY_GUIDE } from "./decision-table";

/** Writes the decision table of the guide. */
export function run(root: string): void {
  const file = path.join(root, STRATEGY_GUIDE);
  writeFileSync(file, fillStrategyGuide(readFileSync(file, "utf8")));
}
