import { mustGet } from "../../../src/base/invariant";
import { Account } from "../emulator/account";
import type { Surroundings } from "./emulated-examples";

/** The account that examples name, and the one that keys of theirs belong to. */
const ACCOUNT = "111122223333";
const CENTRAL = "444455556666";

/** Where examples keep their states. */
const BUCKET = "acme-terraform-state";

/** Makes what examples take for granted in their account: networks, keys of another account, and what they begin with. */
export async function prepareSurroundings(
  regions: readonly string[],
): Promise<{ readonly account: Account; readonly surroundings: Surroundings }> {
  const account = new Account(ACCOUNT, regions);
  const central = new Account(CENTRAL, regions);
  const policy = { Version: "2012-10-17", Statement: [] };
  const perRegion = regions.map(async (region) => ({
    region,
    subnetIds: await account.inRegion(region).subnetIds(),
    key: await central.inRegion(region).createKey(policy),
  }));
  const made = new Map((await Promise.all(perRegion)).map((one) => [one.region, one]));
  await account.createNetwork();
  await account.createBucket(BUCKET);
  await account.inRegion("us-west-2").createCluster("catalog-products");
  await account.inRegion("eu-west-1").createSnapshot("before-migration");
  return {
    account,
    surroundings: {
      subnetIds: (region) => mustGet(made, region).subnetIds,
      existingKey: (arn) => mustGet(made, arn.split(":")[3] ?? "").key,
    },
  };
}
