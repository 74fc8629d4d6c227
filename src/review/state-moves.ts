import { sortedBy, sortedUnique } from "../base/ordering";
import { isPresent } from "../base/present";
import type { Migration, MigrationStep } from "../terraform/live-behaviour";
import type { Relocation } from "./relocations";

/** A resource that has to go from one state to another. */
interface StateMove {
  readonly fromRoot: string;
  readonly toRoot: string;
  readonly from: string;
  readonly to: string;
}

/**
 * How to take resources to the state of another root module: Terraform's `moved` does not reach across states
 * (https://developer.hashicorp.com/terraform/cli/commands/state/mv). Undefined where none has to go.
 *
 * @param folder the deployment's, below the working folder, such as `out/orders`
 */
export function stateMoves(relocations: readonly Relocation[], folder: string): Migration | undefined {
  const moves = relocations
    .map(({ from, to }): StateMove | undefined => {
      const [old, now] = [from.before, to.after];
      if (old === undefined || now === undefined || old.root === now.root) return undefined;
      return { fromRoot: old.root, toRoot: now.root, from: old.address, to: now.address };
    })
    .filter(isPresent);
  if (moves.length === 0) return undefined;
  const pairs = moves.flatMap(({ fromRoot, toRoot }) => [fromRoot, toRoot]);
  return {
    title: "Move the state before applying",
    steps: steps(moves, sortedUnique(pairs), folder),
  };
}

function steps(
  moves: readonly StateMove[],
  roots: readonly string[],
  folder: string,
): readonly MigrationStep[] {
  const sources = sortedUnique(moves.map(({ fromRoot }) => fromRoot));
  const targets = sortedUnique(moves.map(({ toRoot }) => toRoot));
  const fileOf = (root: string) => `${root === "" ? "deployment" : root}.tfstate`;
  // A root module that stays has its files here; one that goes is in what was applied last.
  const isBelow = !/^(\.\.(\/|$)|\/|[A-Za-z]:)/.test(folder);
  const applied = `../applied/${isBelow ? folder : "<folder of the deployment there>"}`;
  const checkout = (root: string) =>
    [targets.includes(root) ? folder : applied, ...(root === "" ? [] : [root])].join("/");
  const chdir = (root: string, command: string) => `terraform -chdir=${quoted(checkout(root))} ${command}`;
  const sorted = sortedBy(moves, ({ fromRoot, toRoot, from }) => [fromRoot, toRoot, from].join(" "));
  return [
    {
      text: "Stop every other apply. Check out what was applied last beside this, write the new files here, and initialise both.",
      command: [
        "git worktree add ../applied <commit that was applied last>",
        ...roots.map((root) => chdir(root, "init")),
      ].join("\n"),
    },
    {
      text: "Pull every state, and keep a copy. A root module that is new has none yet.",
      command: [
        "mkdir ../states",
        ...sources.flatMap((root) => [
          `${chdir(root, "state pull")} > ../states/${fileOf(root)}`,
          `cp ../states/${fileOf(root)} ../states/${fileOf(root)}.kept`,
        ]),
      ].join("\n"),
    },
    {
      text: "Move each resource from the one file to the other. Nothing is contacted.",
      command: sorted
        .map(
          ({ fromRoot, toRoot, from, to }) =>
            `terraform -chdir=../states state mv -state=${fileOf(fromRoot)} -state-out=${fileOf(toRoot)} '${from}' '${to}'`,
        )
        .join("\n"),
    },
    {
      text: "Push them: first those that have become more, then those that have become less.",
      command: [...targets, ...sources.filter((root) => !targets.includes(root))]
        .map((root) => chdir(root, `state push "$PWD/../states/${fileOf(root)}"`))
        .join("\n"),
    },
    {
      text: "Plan every root module in the order of its stacks: nothing but outputs may differ. Anything else: stop, and push the kept copies.",
      command: targets.map((root) => chdir(root, "plan")).join("\n"),
    },
  ];
}

/** A path as a shell takes it. */
function quoted(folder: string): string {
  return /^[\w./-]+$/.test(folder) ? folder : `"${folder.replace(/["$`\\]/g, "\\$&")}"`;
}
