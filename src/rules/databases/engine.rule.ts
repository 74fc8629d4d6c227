import type { Rule } from "../rule";

/** The engine's version: one that there is, and new enough for what is asked of it. */
export const engineRule: Rule = ({ resolved, catalog, report }) => {
  for (const [name, database] of resolved.databases) {
    const engine = catalog.engines.get(database.engine);
    if (engine === undefined) continue;
    const { engineVersion: version, topology } = database;
    const path = ["databases", name, "engineVersion"];
    if (!engine.version.isValid(version)) {
      report(
        "databases/engine-version-form",
        { version, engine: engine.name, form: engine.version.form },
        path,
      );
      continue;
    }
    const support = engine.supportsTopology(topology, version);
    if (!support.supported) {
      const parameters = {
        version,
        engine: engine.name,
        feature: `topology "${topology}"`,
        minimum: support.minimum,
      };
      report("databases/engine-version-too-old", parameters, path);
    }
    const forwarding = engine.supportsWriteForwarding(version);
    if (database.writeForwarding && support.supported && !forwarding.supported) {
      report(
        "databases/write-forwarding-version",
        { version, engine: engine.name, minimum: forwarding.minimum },
        ["databases", name, "writeForwarding"],
      );
    }
  }
};
