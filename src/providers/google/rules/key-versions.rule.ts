import { CUSTOMER_MANAGED } from "../../../rules/keys/settings";
import { related, type Rule } from "../../../rules/rule";
import { hasVersionsMadeOutside } from "../versions-outside";

/** Keys whose versions are made outside are empty at first: a database cannot wait for material that is imported. */
export const keyVersionsRule: Rule = ({ resolved, report }) => {
  for (const keySet of resolved.keySets.values()) {
    const { name, strategy, origin, purposes } = keySet;
    if (!CUSTOMER_MANAGED.includes(strategy) || !hasVersionsMadeOutside(keySet)) continue;
    const isImported = origin === "external";
    const path = ["keys", name, isImported ? "origin" : "protection"];
    const user = resolved.assignments.find((one) => one.keySet === name);
    if (isImported && (user !== undefined || purposes.includes("database"))) {
      const users =
        user === undefined ? [] : [related(`database "${user.database}" names it here`, user.path)];
      report("keys/material-for-database", { keySet: name }, path, users);
    } else report("keys/version-made-outside", { keySet: name, isImported }, path);
  }
};
