import { groupBy } from "../../base/group-by";
import { isManagedKey, type KeyUse } from "../../model/key";
import type { KeyAssignment } from "../../model/resolved";
import { related, type Rule, type RuleContext } from "../rule";
import { placesOf } from "./settings";

/** What a disabled key does to a database, the gravest first. */
const USES: readonly KeyUse[] = [
  "storage",
  "secret",
  "insights",
  "logs",
  "backup-replication",
  "snapshot-copy",
];

/** A database whose key is disabled becomes inaccessible within the hour and is lost after seven days. */
export const disabledInUseRule: Rule = (context) => {
  const { resolved, report } = context;
  const reported = new Set<string>();
  const disabledKeys = resolved.assignments.filter((one) => isDisabled(context, one));
  for (const [database, ofDatabase] of groupBy(disabledKeys, (one) => one.database)) {
    for (const use of USES) {
      const disabled = ofDatabase.filter((one) => one.use === use);
      for (const { keySet, regions, path } of placesOf(context, disabled, ["enabled"])) {
        // One switch is one mistake, however many databases it takes down.
        if (reported.has(JSON.stringify(path))) continue;
        reported.add(JSON.stringify(path));
        const place = disabled.find((one) => one.keySet === keySet)?.path ?? ["databases", database, "key"];
        report("keys/disabled-in-use", { keySet, database, regions, use }, path, [
          related(`database "${database}" uses it here`, place),
        ]);
      }
    }
  }
};

function isDisabled({ resolved }: RuleContext, { keySet, region }: KeyAssignment): boolean {
  const key = resolved.keySets.get(keySet)?.keyIn.get(region);
  return key !== undefined && isManagedKey(key) && !key.settings.enabled;
}
