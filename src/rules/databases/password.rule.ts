import type { Rule } from "../rule";

/** Where the master password comes from is only there where engine and topology have it. */
export const passwordRule: Rule = ({ spec, resolved, catalog, report }) => {
  for (const [name, { engine: engineName, topology }] of resolved.databases) {
    const engine = catalog.engines.get(engineName);
    const source = spec.databases?.[name]?.masterPassword;
    if (source === undefined || engine === undefined) continue;
    const possible = catalog.passwordSources(engine, topology);
    if (possible.includes(source)) continue;
    if (source !== "managed") {
      report("databases/password-source", { engine: engineName, source, possible }, [
        ...["databases", name],
        "masterPassword",
      ]);
      continue;
    }
    report("databases/managed-password", { provider: catalog.title, engine: engineName, topology }, [
      "databases",
      name,
      "masterPassword",
    ]);
  }
};
