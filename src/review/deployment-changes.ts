import type { Finding, LiveBehaviour, Migration } from "../terraform/live-behaviour";
import type { PlannedChange } from "./plan-changes";
import type { Relocation } from "./relocations";
import { stateMoves } from "./state-moves";

/** What concerns a deployment as a whole, and what it takes. */
export interface DeploymentChange {
  readonly finding: Finding;
  readonly migration: Migration;
}

/** Another layout, another way to say Regions. */
export function deploymentChanges(
  planned: readonly PlannedChange[],
  relocations: readonly Relocation[],
  { behaviour, folder }: { readonly behaviour: LiveBehaviour; readonly folder: string },
): readonly DeploymentChange[] {
  return [...placementChanges(planned, behaviour), ...stateChanges(relocations, folder)];
}

function stateChanges(relocations: readonly Relocation[], folder: string): readonly DeploymentChange[] {
  const migration = stateMoves(relocations, folder);
  if (migration === undefined) return [];
  const finding: Finding = {
    kind: "data-loss",
    code: "state-moves",
    message:
      "Resources belong to other states now. Applied as it is, Terraform destroys them in the one and creates them in the other: take the steps below first.",
  };
  return [{ finding, migration }];
}

/** Resources that say their Region by an argument where they did by a provider block, or the other way round. */
function placementChanges(
  planned: readonly PlannedChange[],
  { placementArguments, placementChange }: LiveBehaviour,
): readonly DeploymentChange[] {
  if (placementChange === undefined) return [];
  const styleOf = ({ arguments: given }: { readonly arguments: Readonly<Record<string, unknown>> }) =>
    placementArguments.some((name) => name in given) ? "argument" : "alias";
  const changed = planned.find(({ pair: { before, after }, before: old, after: now }) => {
    if (before === undefined || after === undefined || old?.region !== now?.region) return false;
    return styleOf(before.block) !== styleOf(after.block);
  });
  if (changed?.pair.after === undefined) return [];
  const { finding, migrations } = placementChange;
  return [{ finding, migration: migrations[styleOf(changed.pair.after.block)] }];
}
