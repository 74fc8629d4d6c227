import type { Rule } from "../rule";

/** Purposes stand once, and a key that the provider keeps serves the provider's services only. */
export const purposeRule: Rule = ({ spec, resolved, catalog, report }) => {
  for (const { name, strategy } of resolved.keySets.values()) {
    const purposes = spec.keys?.[name]?.purpose ?? [];
    for (const [index, purpose] of purposes.entries()) {
      const path = ["keys", name, "purpose", index];
      if (purposes.indexOf(purpose) !== index) report("keys/duplicate-purpose", { purpose }, path);
      if (strategy === "provider-managed" && catalog.directUsePurposes.includes(purpose)) {
        report(
          "keys/purpose-not-for-strategy",
          { purpose, strategy: spec.keys?.[name]?.strategy ?? "" },
          path,
        );
      }
    }
  }
};
