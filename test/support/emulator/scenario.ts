import { mustGet } from "../../../src/base/invariant";
import { RegionOfAccount } from "./account";
import { startEmulator, type Emulator } from "./emulator";
import { asCdktfStacks, asPlainTerraform, Deployment } from "./deployment";

/** An empty account, its Regions, and a deployment that is about to be made in it. */
export interface Scenario {
  readonly emulator: Emulator;
  readonly deployment: Deployment;
  /** The same deployment as CDKTF has it; a test decides which of the two has the states. */
  readonly stacks: Deployment;
  /** What is in a Region, by its name. */
  readonly inRegion: (name: string) => RegionOfAccount;
}

/** Starts an emulator in which every Region has the subnet group `private-databases`. */
export async function startScenario(name: string, regionNames: readonly string[]): Promise<Scenario> {
  const emulator = await startEmulator();
  const regions = new Map(
    regionNames.map((region) => [region, new RegionOfAccount(region, emulator.endpoint)]),
  );
  await Promise.all([...regions.values()].map((region) => region.createSubnetGroup("private-databases")));
  return {
    emulator,
    deployment: new Deployment(name, emulator, asPlainTerraform),
    stacks: new Deployment(`${name}-cdktf`, emulator, asCdktfStacks),
    inRegion: (region) => mustGet(regions, region),
  };
}
