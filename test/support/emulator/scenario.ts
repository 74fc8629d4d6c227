import { Account, accountOf } from "./account";
import { Deployment } from "./deployment";
import type { RegionOfAccount } from "./region-of-account";
import { asCdktfStacks, asPlainTerraform, type WriteRoots } from "./root-modules";

/** An account of its own, its Regions, and a deployment that is about to be made in it. */
export interface Scenario {
  readonly deployment: Deployment;
  /** The same deployment as CDKTF has it; a test decides which of the two has the states. */
  readonly stacks: Deployment;
  /** What is in a Region, by its name. */
  readonly inRegion: (name: string) => RegionOfAccount;
}

/** Prepares the account of a scenario, `accountOf(name)`: every Region has the subnet group `private-databases`. */
export async function startScenario(
  name: string,
  regionNames: readonly string[],
  writeRoots: WriteRoots = asPlainTerraform,
): Promise<Scenario> {
  const account = new Account(accountOf(name), regionNames);
  await account.createNetwork();
  return {
    deployment: new Deployment(name, account, writeRoots),
    stacks: new Deployment(`${name}-cdktf`, account, asCdktfStacks),
    inRegion: (region) => account.inRegion(region),
  };
}
