import { memberPath } from "../../../rules/databases/member-path";
import type { Rule } from "../../../rules/rule";
import { STANDBY_FLAGS } from "../catalog/cloud-sql";

/** A replica of PostgreSQL stops when it has room for less than its source. */
export const replicaFlagsRule: Rule = (context) => {
  for (const database of context.resolved.databases.values()) {
    if (database.engine !== "postgres" || database.topology !== "read-replicas") continue;
    const { name, source, replicas } = database;
    const regions = new Set(replicas.map(({ region }) => region));
    for (const region of regions) {
      const own = replicas.find((replica) => replica.region === region)?.parameters ?? {};
      for (const flag of STANDBY_FLAGS) {
        const [given, least] = [Number(own[flag]), Number(source.parameters[flag])];
        if (!(given < least)) continue;
        const path = memberPath(context, name, region, ["parameters", flag]);
        context.report("databases/replica-flag", { region, flag, given, least }, path);
      }
    }
  }
};
