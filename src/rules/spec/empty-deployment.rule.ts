import type { Rule } from "../rule";

/** A spec must describe something: at least a key set or a database. */
export const emptyDeploymentRule: Rule = ({ isWritten, report, resolved }) => {
  if (resolved.keySets.size > 0 || resolved.databases.size > 0) return;
  const isOnlyDatabases = isWritten(["databases"]) && !isWritten(["keys"]);
  report("spec/empty-deployment", {}, [isOnlyDatabases ? "databases" : "keys"]);
};
