import type { Rule } from "../rule";

/** A spec must describe something: at least a key set or a database. */
export const emptyDeploymentRule: Rule = ({ isWritten, report, resolved }) => {
  const isWrittenEmpty = resolved.keySets.size === 0 && resolved.databases.size === 0;
  if (!isWrittenEmpty) return;
  report("spec/empty-deployment", {}, [
    isWritten(["keys"]) ? "keys" : isWritten(["databases"]) ? "databases" : "name",
  ]);
};
