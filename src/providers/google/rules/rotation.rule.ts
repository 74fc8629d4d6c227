import { CUSTOMER_MANAGED } from "../../../rules/keys/settings";
import type { Rule } from "../../../rules/rule";
import { SYMMETRIC } from "../catalog/key-specs";
import { benchmarkRotationDays } from "../catalog/limits";
import { hasVersionsMadeOutside } from "../versions-outside";

/** Keys are rotated as often as the benchmarks and the scanners ask for. */
export const rotationRule: Rule = ({ spec, resolved, report }) => {
  const { maximum } = benchmarkRotationDays;
  for (const keySet of resolved.keySets.values()) {
    const { name, strategy } = keySet;
    const rotation = spec.keys?.[name]?.rotation;
    const isRotated = keySet.spec === SYMMETRIC && !hasVersionsMadeOutside(keySet);
    if (rotation === undefined || !CUSTOMER_MANAGED.includes(strategy) || !isRotated) continue;
    const path = ["keys", name, "rotation"];
    const parameters = { keySet: name, maximum };
    if (rotation === false) {
      report("keys/rotation-beyond-benchmark", { ...parameters, periodDays: undefined }, path);
    } else if ((rotation.periodDays ?? 0) > maximum) {
      const { periodDays } = rotation;
      report("keys/rotation-beyond-benchmark", { ...parameters, periodDays }, [...path, "periodDays"]);
    }
  }
};
