import { atKey, type Place, type Rule, type RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import { writtenTags } from "../../common/rules/written-tags";
import { labelLimits } from "../catalog/label-limits";

const NAME = /^[a-z][a-z0-9_-]*$/;
const NAME_FORM = "a lower-case letter, then lower-case letters, digits, _ and -";
const VALUE = /^[a-z0-9_-]*$/;
const VALUE_FORM = "lower-case letters, digits, _ and -";

/** Tags become labels, which take fewer characters: https://cloud.google.com/resource-manager/docs/labels-overview. */
export const labelsRule: Rule = (context) => {
  for (const { tags, inherited, path } of writtenTags(context.spec)) {
    for (const [tag, value] of Object.entries(tags)) {
      const at: SpecPath = [...path, tag];
      checkForm(context, "name", tag, atKey(at));
      checkForm(context, "value", value, at);
    }
    const count = Object.keys({ ...inherited, ...tags }).length;
    if (count > labelLimits.perResource.maximum) unverified(context, `${count} labels`, atKey(path));
  }
};

function checkForm(
  context: RuleContext,
  what: "name" | "value",
  text: string,
  place: SpecPath | Place,
): void {
  const [pattern, form] = what === "name" ? [NAME, NAME_FORM] : [VALUE, VALUE_FORM];
  if (!pattern.test(text)) {
    context.report("tags/label-form", { what, text, spelling: spellingOf(text, pattern), form }, place);
  } else if (text.length > labelLimits.length.maximum) {
    unverified(context, `the ${what} of a label with ${text.length} characters`, place);
  }
}

/** The limits of labels are known, but could not be read on their page. */
function unverified({ report }: RuleContext, what: string, place: SpecPath | Place): void {
  report("databases/support-unverified", { what }, place);
}

/** What was most likely meant, as a label; empty where that cannot be said. */
function spellingOf(text: string, pattern: RegExp): string {
  const spelling = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return spelling !== "" && pattern.test(spelling) ? spelling : "";
}
