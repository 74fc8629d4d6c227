import type { Rule } from "../rule";

/** A password that the provider manages is only there where the topology has it. */
export const passwordRule: Rule = ({ resolved, catalog, report }) => {
  for (const [name, database] of resolved.databases) {
    if (database.masterPassword !== "managed") continue;
    const engine = catalog.engines.get(database.engine);
    if (engine === undefined || engine.managedPasswordTopologies.includes(database.topology)) continue;
    report("databases/managed-password", { topology: database.topology }, [
      "databases",
      name,
      "masterPassword",
    ]);
  }
};
