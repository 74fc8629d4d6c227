import { invariant } from "../base/invariant";
import { regionsOf } from "../model/database";
import { indexEncryption } from "../model/encryption";
import type { DeploymentPlan, Layout } from "../model/plan";
import type { ResolvedDeployment } from "../model/resolved";

/** The plan of a deployment that the rules accept: every member of every database has a key. */
export function buildPlan(resolved: ResolvedDeployment, layout: Layout): DeploymentPlan {
  const { name, primaryRegion, regions, encryption } = resolved;
  const databases = [...resolved.databases.values()];
  const index = indexEncryption(encryption);
  for (const database of databases) {
    for (const region of regionsOf(database)) {
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
    layout,
  };
}
