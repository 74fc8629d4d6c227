import { sortedUnique } from "../../../base/ordering";
import { listed } from "../../../base/text";
import type {
  Finding,
  ResourceTransition,
  ReviewedResource,
  ReviewValue,
} from "../../../terraform/live-behaviour";
import { isLate, isRecord } from "../../../terraform/live-behaviour";
import { textOf } from "./transition";

/**
 * A key that goes, in another root module than what it still encrypts: root modules are applied one after the other,
 * and in their usual order keys come first. `attribute` is what others name a key by.
 */
export function applyOrderFindings(
  { before, action }: ResourceTransition,
  all: readonly ResourceTransition[],
  attribute: string,
): readonly Finding[] {
  if (before === undefined || action !== "destroy") return [];
  const stays = (root: string) => all.some(({ after }) => after?.root === root);
  const users = all.filter(
    (one) =>
      one.before !== undefined &&
      one.action !== "none" &&
      one.before.root !== before.root &&
      stays(one.before.root) &&
      names(one.before, `${before.root}/${before.address}.${attribute}`),
  );
  const [first] = users;
  if (first?.before === undefined || !stays(before.root)) return [];
  const roots = sortedUnique(users.flatMap((one) => (one.before === undefined ? [] : [one.before.root])));
  const inUse = `\`${first.before.address}\`${users.length === 1 ? " needs" : ` and ${users.length - 1} more need`} it until ${listed(roots.map((root) => `\`${root}\``))} ${roots.length === 1 ? "is" : "are"} applied`;
  const comesFirst = all.flatMap((one) =>
    one.after?.root === before.root && one.action !== "none"
      ? [`${before.root}/${one.after.address}.${attribute}`]
      : [],
  );
  const isNeeded = users.some(
    ({ after }) => after !== undefined && comesFirst.some((one) => names(after, one)),
  );
  return [
    {
      kind: "availability",
      code: "apply-order",
      message: isNeeded
        ? `${inUse}, which needs what \`${before.root}\` brings: leave this key in the spec now, and take it out with a change of its own.`
        : `${inUse}: apply ${roots.length === 1 ? "that" : "those"} before \`${before.root}\`.`,
    },
  ];
}

/** Whether an argument is a value, at any depth. */
function names({ arguments: given }: ReviewedResource, wanted: string): boolean {
  const holds = (value: ReviewValue): boolean => {
    if (isLate(value)) return textOf(value).replace(/ \(new\)$/, "") === wanted;
    if (Array.isArray(value)) return (value as readonly ReviewValue[]).some(holds);
    return isRecord(value) ? Object.values(value).some(holds) : false;
  };
  return Object.values(given).some(holds);
}
