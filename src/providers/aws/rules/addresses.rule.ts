import { isManagedKey } from "../../../model/key";
import { managedSettings, settingPath } from "../../../rules/keys/settings";
import type { Rule, RuleContext } from "../../../rules/rule";
import { reportAddressClashes, type NamedResource } from "../../common/rules/address-clash";
import { parseSnapshot } from "../catalog/arns";
import { engines } from "../catalog/catalog";
import { aliasNames } from "../lower-aliases";
import { snapshotCopyNames } from "../lower-backups";
import { grantNames } from "../lower-grants";

/**
 * Names of resources are words with `_` between them, as people write them. So alias `eu-west-1` of key set `k` in
 * us-east-1 is called what the alias of key set `k-us-east-1` is called in eu-west-1.
 */
export const addressesRule: Rule = (context) => {
  reportAddressClashes(context, [...keyResources(context), ...snapshotCopies(context)]);
};

function keyResources(context: RuleContext): readonly NamedResource[] {
  return managedSettings(context).flatMap(({ keySet: name, region, settings }) => {
    const keySet = context.resolved.keySets.get(name);
    const key = keySet?.keyIn.get(region);
    if (keySet === undefined || key === undefined || !isManagedKey(key)) return [];
    const of = `of key set "${name}" in ${region}`;
    const aliases = aliasNames(keySet, key).map((address, index) => ({
      address: `aws_kms_alias.${address}`,
      what: `alias "${settings.aliases[index] ?? ""}" ${of}`,
      path:
        index === 0
          ? settingPath(context, name, region, ["alias"])
          : [...settingPath(context, name, region, ["aliases"]), index - 1],
    }));
    const grants = grantNames(keySet, key).map((address, index) => ({
      address: `aws_kms_grant.${address}`,
      what: `grant "${settings.grants[index]?.name ?? ""}" ${of}`,
      path: settingPath(context, name, region, ["grants"]),
    }));
    return [...aliases, ...grants];
  });
}

function snapshotCopies({ resolved }: RuleContext): readonly NamedResource[] {
  return [...resolved.databases.values()].flatMap((database) => {
    // What is no snapshot has no name, and a finding of its own.
    if (database.snapshotCopies.some(({ snapshot }) => parseSnapshot(snapshot).kind === "malformed"))
      return [];
    const isCluster = engines.get(database.engine)?.form === "cluster";
    const type = isCluster ? "aws_rds_cluster_snapshot_copy" : "aws_db_snapshot_copy";
    return snapshotCopyNames(database).map((address, index) => ({
      address: `${type}.${address}`,
      what: `the copy of snapshot "${database.snapshotCopies[index]?.snapshot ?? ""}" of database "${database.name}"`,
      path: ["databases", database.name, "snapshotCopies", index],
    }));
  });
}
