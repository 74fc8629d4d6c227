import type { Scenario } from "./scenario";

/*
 * What is wrong in an account, measured through the AWS API. A sound deployment has none of it, and
 * test/emulator/faults.test.ts shows that a deployment with a fault has.
 */

/** Members of databases that are not encrypted with the key that an alias names in their own Region. */
export async function membersWithOtherKeys(
  { inRegion }: Scenario,
  aliases: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const lists = await Promise.all(
    Object.entries(aliases).map(async ([region, alias]) => {
      const { metadata } = await inRegion(region).key(alias);
      return (await inRegion(region).members())
        .filter((member) => !member.encrypted || member.keyArn !== metadata.Arn)
        .map(({ identifier }) => identifier);
    }),
  );
  return lists.flat();
}

/** Services of AWS in other Regions that the policy of a Region's key names. */
export async function servicesOfOtherRegions(
  { inRegion }: Scenario,
  aliases: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const lists = await Promise.all(
    Object.entries(aliases).map(async ([region, alias]) => {
      const { policy } = await inRegion(region).key(alias);
      const named = JSON.stringify(policy).matchAll(
        /"([a-z-]+)\.([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com"/g,
      );
      return [...named]
        .filter(([, , place]) => place !== region)
        .map(([, service = "", place = ""]) => `${region}: ${service}.${place}`);
    }),
  );
  return [...new Set(lists.flat())].sort();
}

/** The same alias in every Region. */
export function everywhere(regions: readonly string[], alias: string): Readonly<Record<string, string>> {
  return Object.fromEntries(regions.map((region) => [region, alias]));
}
