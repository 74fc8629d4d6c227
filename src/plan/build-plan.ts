import { invariant } from "../base/invariant";
import { membersOf } from "../model/database";
import { indexEncryption } from "../model/encryption";
import type { DeploymentPlan } from "../model/plan";
import type { ResolvedDeployment } from "../model/resolved";

/** The plan of a deployment that the rules accept: every member of every database has a key. */
export function buildPlan(resolved: ResolvedDeployment): DeploymentPlan {
  const { name, primaryRegion, regions, encryption } = resolved;
  const databases = [...resolved.databases.values()];
  const index = indexEncryption(encryption);
  for (const database of databases) {
    for (const { region } of membersOf(database)) {
      const isBound = index.keyOf({ database: database.name, region }, "storage") !== undefined;
      invariant(
        isBound,
        `database ${database.name} has no key in ${region}, which the rules should have refused`,
      );
    }
  }
  return {
    name,
    primaryRegion,
    regions,
    keySets: [...resolved.keySets.values()],
    databases,
    encryption,
    stacks: [{ name }],
  };
}
