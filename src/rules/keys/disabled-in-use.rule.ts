import { membersOf } from "../../model/database";
import { isManagedKey } from "../../model/key";
import { related, type Rule } from "../rule";
import { settingPath } from "./settings";

/** A database whose key is disabled becomes inaccessible within the hour and is lost after seven days. */
export const disabledInUseRule: Rule = (context) => {
  const { resolved, report } = context;
  const reported = new Set<string>();
  for (const [name, database] of resolved.databases) {
    for (const keySet of new Set(Object.values(resolved.assignments.get(name) ?? {}))) {
      for (const { region } of membersOf(database)) {
        const key = resolved.keySets.get(keySet)?.keyIn.get(region);
        if (key === undefined || !isManagedKey(key) || key.settings.enabled) continue;
        const path = settingPath(context, keySet, region, ["enabled"]);
        if (reported.has(JSON.stringify(path))) continue;
        reported.add(JSON.stringify(path));
        report("keys/disabled-in-use", { keySet, database: name, region }, path, [
          related(`database "${name}" uses it here`, ["databases", name, "key"]),
        ]);
      }
    }
  }
};
