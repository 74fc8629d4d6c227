import type { Rule } from "../rule";

/** A password that the provider manages is only there where engine and topology have it. */
export const passwordRule: Rule = ({ spec, resolved, catalog, report }) => {
  for (const [name, { engine: engineName, topology }] of resolved.databases) {
    const engine = catalog.engines.get(engineName);
    if (spec.databases?.[name]?.masterPassword !== "managed" || engine === undefined) continue;
    if (catalog.allowsManagedPassword(engine, topology)) continue;
    report("databases/managed-password", { engine: engineName, topology }, [
      "databases",
      name,
      "masterPassword",
    ]);
  }
};
