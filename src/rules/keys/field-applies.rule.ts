import type { KeyStrategy } from "../../model/key";
import type { KeySetSpec } from "../../spec/schema/key-set";
import { atKey, type Rule } from "../rule";
import { CUSTOMER_MANAGED } from "./settings";

type Field = keyof KeySetSpec;

/** Fields that only keys of our own have, or keys of some of the strategies. */
const APPLIES_TO: Partial<Record<Field, readonly KeyStrategy[]>> = {
  description: CUSTOMER_MANAGED,
  alias: CUSTOMER_MANAGED,
  aliases: CUSTOMER_MANAGED,
  grants: CUSTOMER_MANAGED,
  spec: CUSTOMER_MANAGED,
  usage: CUSTOMER_MANAGED,
  origin: CUSTOMER_MANAGED,
  rotation: CUSTOMER_MANAGED,
  enabled: CUSTOMER_MANAGED,
  deletionWindowDays: CUSTOMER_MANAGED,
  protect: CUSTOMER_MANAGED,
  renamedFrom: CUSTOMER_MANAGED,
  policy: CUSTOMER_MANAGED,
  tags: CUSTOMER_MANAGED,
  overrides: CUSTOMER_MANAGED,
  location: ["multi-region"],
  protection: CUSTOMER_MANAGED,
  ekmConnections: CUSTOMER_MANAGED,
  arns: ["existing"],
  ids: ["existing"],
};

/** A field that the strategy has no use for is refused: it would silently do nothing. */
export const fieldAppliesRule: Rule = ({ spec, resolved, catalog, report }) => {
  for (const { name, strategy } of resolved.keySets.values()) {
    for (const field of Object.keys(spec.keys?.[name] ?? {}) as Field[]) {
      const strategies = APPLIES_TO[field];
      if (strategies === undefined || strategies.includes(strategy)) continue;
      const words = [...catalog.strategies]
        .filter(([, one]) => strategies.includes(one))
        .map(([word]) => word);
      report(
        "keys/field-not-applicable",
        { field, strategy: spec.keys?.[name]?.strategy ?? "", strategies: words },
        atKey(["keys", name, field]),
      );
    }
  }
};
