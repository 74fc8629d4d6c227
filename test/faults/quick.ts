import { holdOnFullDisks } from "../support/faults/full-disk";
import { holdThroughKills, holdTwoAtOnce } from "../support/faults/killed-processes";
export async function run(): Promise<void> {
  console.log(await holdOnFullDisks());
  console.log(await holdThroughKills(6, Math.random));
  console.log(await holdTwoAtOnce(6, Math.random));
}
