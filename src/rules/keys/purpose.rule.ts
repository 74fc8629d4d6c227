import { related, type Rule } from "../rule";

/** Purposes stand once, and a key that the provider keeps serves the provider's services only. */
export const purposeRule: Rule = ({ spec, resolved, catalog, report }) => {
  for (const { name, strategy } of resolved.keySets.values()) {
    const purposes = spec.keys?.[name]?.purpose ?? [];
    for (const [index, purpose] of purposes.entries()) {
      const path = ["keys", name, "purpose", index];
      const first = purposes.indexOf(purpose);
      if (first !== index) {
        report("keys/duplicate-purpose", { purpose }, path, [
          related("it stands here first", ["keys", name, "purpose", first]),
        ]);
        continue;
      }
      const isServed =
        strategy === "provider-owned" ? purpose === "database" : catalog.servicePurposes.includes(purpose);
      if ((strategy === "provider-managed" || strategy === "provider-owned") && !isServed) {
        report(
          "keys/purpose-not-for-strategy",
          { purpose, strategy: spec.keys?.[name]?.strategy ?? "" },
          path,
        );
      }
    }
  }
};
