import { sortedUnique } from "../../../base/ordering";
import {
  isRecord,
  type Finding,
  type ResourceTransition,
  type ReviewValue,
} from "../../../terraform/live-behaviour";
import { sidesOf, textOf, type Sides } from "../../common/live/transition";

/** Flags by which a database writes down what is done in it, or lets people in by IAM. */
const AUDITING = /^log_|enable_pgaudit$|^cloudsql_mysql_audit$/;
const IAM = "iam_authentication";

/** Flags of a database that change. Which of them take a restart is not in the text. */
export function flagFindings(transition: ResourceTransition): readonly Finding[] {
  const sides = sidesOf(transition);
  if (!sides.stays) return [];
  const [old, now] = [flagsOf(sides, sides.before), flagsOf(sides, sides.after)];
  const changed = sortedUnique([...old.keys(), ...now.keys()]).filter(
    (name) => old.get(name) !== now.get(name),
  );
  if (changed.length === 0) return [];
  const say = (name: string) =>
    `\`${name}\` goes from ${old.get(name) ?? "its default"} to ${now.get(name) ?? "its default"}`;
  const audited = changed.filter((name) => AUDITING.test(name) && old.has(name));
  const iam = changed.filter((name) => name.endsWith(IAM) && old.get(name) === "on");
  return [
    ...audited.map((name): Finding => ({
      kind: "security",
      code: "audit-flag-changed",
      message: `${say(name)}.`,
    })),
    ...iam.map((name): Finding => ({
      kind: "security",
      code: "iam-authentication-off",
      message: `Authentication through IAM is switched off: ${say(name)}.`,
    })),
    {
      kind: "availability",
      code: "flags-changed",
      message: `Some flags take effect with a restart, which is made at once; whether these do, the list of the engine's flags says: ${changed.join(", ")}.`,
    },
  ];
}

/** Flags by name: blocks of Cloud SQL, a map of AlloyDB. */
function flagsOf({ type }: Sides, side: Sides["before"]): ReadonlyMap<string, string> {
  const given = side(type === "google_alloydb_instance" ? "database_flags" : "settings.database_flags");
  if (Array.isArray(given))
    return new Map(
      (given as readonly ReviewValue[])
        .filter(isRecord)
        .map(({ name, value }): [string, string] => [textOf(name), textOf(value)]),
    );
  return new Map(
    isRecord(given)
      ? Object.entries(given).map(([name, value]): [string, string] => [name, textOf(value)])
      : [],
  );
}
