import { engines } from "../catalog/catalog";
import { textOf, type Sides } from "../../common/live/transition";

/** More than 0 where the version goes back; a version that says less than the other is not older. */
export function compareVersions({ before, after }: Sides): number {
  const [old, now] = [before("engine_version"), after("engine_version")];
  if (typeof old !== "string" || typeof now !== "string") return 0;
  const [one, other] = [numbersIn(old), numbersIn(now)];
  const place = one.findIndex((part, index) => other[index] !== undefined && other[index] !== part);
  return place === -1 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}

/** `8.0.mysql_aurora.3.08.2` → 8, 0, 3, 8, 2. */
function numbersIn(version: string): readonly number[] {
  return (version.match(/\d+/g) ?? []).map(Number);
}

/** Whether the version after is of another major line: each has parameters of its own. */
export function isMajorUpgrade({ before, after }: Sides): boolean {
  const engine = engines.get(textOf(after("engine")));
  if (engine === undefined) return false;
  const [old, now] = [before("engine_version"), after("engine_version")].map(textOf);
  return engine.parameterFamily(old ?? "") !== engine.parameterFamily(now ?? "");
}
