import { mustGet } from "../../../src/base/invariant";
import { RegionOfAccount } from "./account";
import { startEmulator, type Emulator } from "./emulator";
import { PlainDeployment } from "./plain-deployment";

/** An empty account, its Regions, and a deployment that is about to be made in it. */
export interface Scenario {
  readonly emulator: Emulator;
  readonly deployment: PlainDeployment;
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
    deployment: new PlainDeployment(name, emulator),
    inRegion: (region) => mustGet(regions, region),
  };
}
