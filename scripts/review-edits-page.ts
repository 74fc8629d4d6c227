import { groupBy } from "../src/base/group-by";
import type { ResourceReview, Review } from "../src/review/review";
import { EDITED_EXAMPLES } from "../test/support/review-edits";
import { applyEdit } from "../test/support/review-edits/apply-edit";
import type { EditedExample } from "../test/support/review-edits/review-edit";
import { reviewFiles } from "../test/support/reviews";

/** The page of edits, on each of which `keyspan diff` and `terraform plan` say the same of every resource. */
export const REVIEW_EDITS_PAGE = "docs/review-edits.md";

/** The page as it should be: the edits that the Terraform suite plans, and what `keyspan diff` says of them. */
export async function reviewEditsPage(): Promise<string> {
  const sections = await Promise.all(EDITED_EXAMPLES.map(printExample));
  const count = EDITED_EXAMPLES.reduce((sum, { edits }) => sum + edits.length, 0);
  return [
    "# What edits do",
    "",
    `${count} edits of the examples, and what becomes of the resources. \`npm run test:terraform\` plans each of them with the real`,
    "provider and holds the plan, resource by resource, against what `keyspan diff` says; this page is made from the same edits",
    "(`npm run docs`). What it is about: [reviewing-goldens.md](reviewing-goldens.md).",
    "",
    ...sections.flat(),
  ].join("\n");
}

async function printExample(example: EditedExample): Promise<string[]> {
  const rows = await Promise.all(
    example.edits.map(async (edit) => {
      const { before, after } = applyEdit(example, edit);
      return `| ${cell(edit.title)} | ${cell(printReview(await reviewFiles(before, after)))} |`;
    }),
  );
  return [
    `## ${example.example}`,
    "",
    "| edit | what becomes of the resources |",
    "| --- | --- |",
    ...rows,
    "",
  ];
}

const SHOWN = 2;

/** The resources by what is done with them, the worst first, as a review has them; those that stay are left out. */
function printReview({ resources }: Review): string {
  const changed = resources.filter((one) => one.action !== "none" || one.formerAddress !== undefined);
  const groups = [...groupBy(changed, wordOf)].map(([word, group]) => {
    const names = group.slice(0, SHOWN).map(({ address }) => `\`${address}\``);
    const more = group.length > SHOWN ? ` and ${group.length - SHOWN} more` : "";
    return `**${word}** ${names.join(", ")}${more}`;
  });
  return groups.length === 0 ? "nothing is changed" : groups.join("; ");
}

function wordOf({ action, formerAddress, losesData }: ResourceReview): string {
  const moved = formerAddress === undefined ? [] : ["moved"];
  const done = action === "none" ? [] : [action];
  return [...moved, ...done, ...(losesData ? ["loses data"] : [])].join(", ");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;");
}
