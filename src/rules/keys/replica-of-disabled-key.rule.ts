import type { Rule } from "../rule";
import { settingPath } from "./settings";

/** A disabled primary key is not replicated: its replica keys must stand before it is disabled. */
export const replicaOfDisabledKeyRule: Rule = (context) => {
  for (const { name, keyIn } of context.resolved.keySets.values()) {
    const keys = [...keyIn.values()];
    const primary = keys.find((key) => key.kind === "primary-key");
    const regions = keys.filter(({ kind }) => kind === "replica-key").map(({ region }) => region);
    if (primary?.kind !== "primary-key" || primary.settings.enabled || regions.length === 0) continue;
    context.report(
      "keys/replica-of-disabled-key",
      { keySet: name, region: primary.region, regions },
      settingPath(context, name, primary.region, ["enabled"]),
    );
  }
};
