import type { Rule } from "../rule";

/** The engine has the topology, and its version is new enough for it. */
export const topologyRule: Rule = ({ resolved, catalog, report }) => {
  for (const [name, database] of resolved.databases) {
    const engine = catalog.engines.get(database.engine);
    if (engine === undefined) continue;
    const { engineVersion: version, topology } = database;
    if (!engine.topologies.includes(topology)) {
      const parameters = { engine: engine.name, topology, possible: engine.topologies };
      report("databases/topology-not-for-engine", parameters, ["databases", name, "topology"]);
      continue;
    }
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
    } else if (topology === "global-database" && database.writeForwarding) {
      const forwarding = engine.supportsWriteForwarding(version);
      if (forwarding.supported) continue;
      const parameters = { version, engine: engine.name, minimum: forwarding.minimum };
      report("databases/write-forwarding-version", parameters, ["databases", name, "writeForwarding"]);
    }
  }
};
