import type { Rule } from "../rule";

/** A multi-Region key that no client uses directly, and a single-Region key whose ciphertext must travel. */
export const strategyAdviceRule: Rule = ({ resolved, catalog, report }) => {
  for (const { name, strategy, purposes, keyIn, spec } of resolved.keySets.values()) {
    // A key that cannot serve its purpose is told of as such.
    if (catalog.keySpecs.get(spec)?.isSymmetricEncryption === false) continue;
    const hasDirectUse = purposes.some((purpose) => catalog.directUsePurposes.includes(purpose));
    const path = ["keys", name, "strategy"];
    // One key in a location of its own has no single-Region counterpart that services would use in its place.
    const hasReplicas = catalog.capabilities.multiRegionKeys === "replicas";
    if (strategy === "multi-region" && !hasDirectUse && hasReplicas) {
      report("keys/multi-region-without-client-side-use", { keySet: name, purposes }, path);
    }
    if (strategy === "single-region" && purposes.includes("client-side-encryption") && keyIn.size > 1) {
      report(
        "keys/single-region-for-portable-ciphertext",
        { keySet: name, regions: [...keyIn.keys()] },
        path,
      );
    }
  }
};
