import { sortedUnique } from "../base/ordering";
import type { Finding, LiveBehaviour } from "../terraform/live-behaviour";
import type { Configuration, RawRecord, RawValue, RootModule } from "./configuration";

/** A change of something that is no resource: an output, a variable, a provider block, the backend. */
export interface SettingChange {
  /** Folder of the root module, relative to the deployment's. */
  readonly root: string;
  /** Such as `output "storage_key_arns"`. */
  readonly what: string;
  readonly change: "added" | "removed" | "changed";
  readonly findings: readonly Finding[];
}

/** Compares everything that is no resource. */
export function compareSettings(
  before: Configuration,
  after: Configuration,
  behaviour: LiveBehaviour,
): readonly SettingChange[] {
  return sortedUnique([...before.keys(), ...after.keys()]).flatMap((folder) =>
    compareRoot(folder, before.get(folder), after.get(folder), behaviour),
  );
}

function compareRoot(
  root: string,
  before: RootModule | undefined,
  after: RootModule | undefined,
  behaviour: LiveBehaviour,
): SettingChange[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  return sortedUnique([...old.keys(), ...now.keys()]).flatMap((what): SettingChange[] => {
    const [one, other] = [old.get(what), now.get(what)];
    if (JSON.stringify(one) === JSON.stringify(other)) return [];
    const change = one === undefined ? "added" : other === undefined ? "removed" : "changed";
    const isNewRoot = before === undefined || after === undefined;
    return [{ root, what, change, findings: isNewRoot ? [] : findingsOf(what, one, other, behaviour) }];
  });
}

function settingsOf(root: RootModule | undefined): ReadonlyMap<string, RawValue> {
  if (root === undefined) return new Map();
  const named = (keyword: string, records: ReadonlyMap<string, RawValue>): [string, RawValue][] =>
    [...records].map(([name, value]) => [`${keyword} "${name}"`, value]);
  const data = [...root.blocks.values()].filter(({ kind }) => kind === "data");
  return new Map([
    ...Object.entries(root.terraform).map(([name, value]): [string, RawValue] => [name, value]),
    ...named("provider", root.providers),
    ...named("variable", root.variables),
    ...named("output", root.outputs),
    ...data.map(({ type, name, arguments: given }): [string, RawRecord] => [
      `data "${type}" "${name}"`,
      given,
    ]),
  ]);
}

function findingsOf(
  what: string,
  before: RawValue | undefined,
  after: RawValue | undefined,
  behaviour: LiveBehaviour,
): readonly Finding[] {
  if (what.startsWith("provider ")) return behaviour.providerFindings(recordOf(before), recordOf(after));
  if (what.startsWith("output ") && after === undefined)
    return [
      {
        kind: "note",
        code: "output-removed",
        message: "Whatever reads it from the state no longer finds it.",
      },
    ];
  if (what === "backend" || what === "cloud")
    return [
      {
        kind: "refused",
        code: "backend-changed",
        message:
          "The state must move with its backend: run `terraform init -migrate-state`. Started from an empty state, Terraform would create everything a second time.",
      },
    ];
  return [];
}

function recordOf(value: RawValue | undefined): RawRecord | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as RawRecord)
    : undefined;
}
