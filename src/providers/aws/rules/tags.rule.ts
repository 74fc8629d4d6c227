import { codePoint } from "../../../base/text";
import { atKey, related, type Rule, type RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import { writtenTags, type WrittenTags } from "../../common/rules/written-tags";
import { tagLimits } from "../catalog/tag-limits";

/** Tags, wherever they stand: length, number, and names that only AWS may use. */
export const tagsRule: Rule = (context) => {
  for (const written of writtenTags(context.spec)) checkTags(context, written);
  checkRoleTags(context);
};

/** The default tags are those of the monitoring role too, and to IAM capitals make no difference. */
function checkRoleTags({ spec, resolved, report }: RuleContext): void {
  const hasRole = [...resolved.databases.values()].some(({ monitoring }) => monitoring.enhancedSeconds > 0);
  if (!hasRole) return;
  const seen = new Map<string, string>();
  for (const tag of Object.keys(spec.provider.tags ?? {})) {
    const other = seen.get(tag.toLowerCase());
    if (other === undefined) seen.set(tag.toLowerCase(), tag);
    else {
      const place = [related("it stands here", ["provider", "tags", other])];
      report("tags/same-name", { tag, other }, atKey(["provider", "tags", tag]), place);
    }
  }
}

function checkTags(context: RuleContext, { tags, inherited, path }: WrittenTags): void {
  const { report } = context;
  const { perResource, keyLength, valueLength } = tagLimits;
  const count = Object.keys({ ...inherited, ...tags }).length;
  if (count > perResource.maximum)
    report("tags/too-many", { count, maximum: perResource.maximum }, atKey(path));
  for (const [tag, value] of Object.entries(tags)) {
    const at = [...path, tag];
    if (/^aws:/i.test(tag)) report("tags/reserved-prefix", { tag }, atKey(at));
    if (tag === "") report("spec/empty-value", { what: "the name of a tag" }, atKey(at));
    if (tag.length > keyLength.maximum) {
      report("tags/too-long", { what: "name", length: tag.length, maximum: keyLength.maximum }, atKey(at));
    }
    if (value.length > valueLength.maximum) {
      report("tags/too-long", { what: "value", length: value.length, maximum: valueLength.maximum }, at);
    }
    checkCharacters(context, "name", tag, at, true);
    checkCharacters(context, "value", value, at, false);
  }
}

function checkCharacters(
  { report }: RuleContext,
  what: string,
  text: string,
  path: SpecPath,
  isKey: boolean,
): void {
  const odd = [...new Set(text.match(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu) ?? [])];
  if (odd.length === 0) return;
  report(
    "tags/characters",
    { what, characters: odd.map((one) => (/\p{C}/u.test(one) ? codePoint(one) : one)).join(" ") },
    isKey ? atKey(path) : path,
  );
}
