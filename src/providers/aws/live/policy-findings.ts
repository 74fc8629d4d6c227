import { sortedUnique } from "../../../base/ordering";
import { groupBy } from "../../../base/group-by";
import type { Finding, ResourceTransition, ReviewValue } from "../../../terraform/live-behaviour";
import { isPolicyArgument, normalisePolicy } from "./policy-document";
import { covers, rightsOf, type Clause, type Matcher, type PolicyRight } from "./policy-rights";

/** What a changed policy allows and denies, beside what it did. */
export function policyFindings({ before, after }: ResourceTransition): readonly Finding[] {
  if (before === undefined || after === undefined) return [];
  return Object.keys(after.arguments)
    .filter(isPolicyArgument)
    .flatMap((argument) => changeOf(before.arguments[argument], after.arguments[argument]));
}

/** What one policy has over another. */
interface Change {
  readonly kind: Finding["kind"];
  readonly code: string;
  readonly verb: string;
  readonly rights: readonly PolicyRight[];
  /** Rights on the other side, which may have some of these under other conditions. */
  readonly others: readonly PolicyRight[];
  readonly otherSide: "before" | "now";
}

function changeOf(before: ReviewValue | undefined, after: ReviewValue | undefined): readonly Finding[] {
  if (before === undefined || after === undefined || isSameDocument(before, after)) return [];
  const [allowed, allows] = [rightsOf(before, "Allow"), rightsOf(after, "Allow")];
  const [denied, denies] = [rightsOf(before, "Deny"), rightsOf(after, "Deny")];
  if (!allowed || !allows || !denied || !denies)
    return [
      {
        kind: "security",
        code: "policy-unreadable",
        message: "The policy changes, and the text does not tell what it says: read it where it is made.",
      },
    ];
  const changes: readonly Change[] = [
    {
      ...security("policy-widened", "now allows"),
      rights: beyond(allows, allowed),
      others: allowed,
      otherSide: "before",
    },
    {
      ...security("policy-denial-removed", "no longer denies"),
      rights: beyond(denied, denies),
      others: denies,
      otherSide: "now",
    },
    {
      ...availability("policy-narrowed", "no longer allows"),
      rights: beyond(allowed, allows),
      others: allows,
      otherSide: "now",
    },
    {
      ...availability("policy-denial-added", "now denies"),
      rights: beyond(denies, denied),
      others: denied,
      otherSide: "before",
    },
  ];
  return changes.flatMap(findingsOf);
}

function security(code: string, verb: string) {
  return { kind: "security", code, verb } as const;
}

function availability(code: string, verb: string) {
  return { kind: "availability", code, verb } as const;
}

function isSameDocument(one: ReviewValue, other: ReviewValue): boolean {
  return JSON.stringify(normalisePolicy(one)) === JSON.stringify(normalisePolicy(other));
}

/** The rights that no right of the other side covers. */
function beyond(rights: readonly PolicyRight[], others: readonly PolicyRight[]): readonly PolicyRight[] {
  return rights.filter((right) => !others.some((other) => covers(other, right)));
}

/** One finding for each principal. */
function findingsOf({ kind, code, verb, rights, others, otherSide }: Change): readonly Finding[] {
  return [...groupBy(rights, ({ principal }) => textOf(principal))].map(([principal, own]) => {
    const actions = sortedUnique(own.map((right) => describe(right, others, otherSide))).join(", ");
    return { kind, code, message: `The policy ${verb} \`${principal}\` ${actions}.` };
  });
}

/** `kms:Decrypt if kms:ViaService StringEquals rds.eu-west-1.amazonaws.com`, and how it stands on the other side. */
function describe(
  { principal, action, condition }: PolicyRight,
  others: readonly PolicyRight[],
  otherSide: string,
): string {
  const same = others.find(
    (other) => textOf(other.principal) === textOf(principal) && textOf(other.action) === textOf(action),
  );
  const own = condition.length === 0 ? "" : ` if ${condition.map(clauseText).join(" and ")}`;
  if (same === undefined) return `${textOf(action)}${own}`;
  const other = same.condition.length === 0 ? "always" : `if ${same.condition.map(clauseText).join(" and ")}`;
  return `${textOf(action)}${own} (${otherSide}: ${other})`;
}

function clauseText({ operator, key, values }: Clause): string {
  return `${key} ${operator} ${values.join(" or ")}`;
}

function textOf({ isAllBut, patterns }: Matcher): string {
  return isAllBut ? `everything but ${patterns.join(", ")}` : patterns.join(", ");
}
