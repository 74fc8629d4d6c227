import { sortedUnique } from "../../src/base/ordering";
import type { Review } from "../../src/review/review";
import { EDITED_EXAMPLES } from "../support/review-edits";
import { applyEdit } from "../support/review-edits/apply-edit";
import { reviewFiles } from "../support/reviews";
import { stateOf, type StateResource } from "../support/terraform/applied-state";
import { actionOf, type PlannedResource } from "../support/terraform/offline-plan";
import { planTogether } from "../support/terraform/plan-together";
import { readProviderSchema } from "../support/terraform/provider-schema";

/*
 * Our word on every resource of an edited deployment, against the plan that Terraform makes with the real provider.
 * docs/review-edits.md is the table of it.
 */

const edits = EDITED_EXAMPLES.flatMap((example) =>
  example.edits.map((edit) => ({
    title: `${example.example}, ${edit.title}`,
    ...applyEdit(example, edit),
  })),
).map((edit, index) => ({ ...edit, name: `edit_${index}` }));

let planned: ReadonlyMap<string, readonly PlannedResource[]>;

beforeAll(async () => {
  const states = await appliedStates();
  planned = await planTogether(
    edits.map(({ name, standing, after }) => ({ name, files: after, state: states.get(standing) ?? [] })),
  );
}, 600_000);

/** What stands after what an edit starts from was applied, by the text of its spec. */
async function appliedStates(): Promise<ReadonlyMap<string, readonly StateResource[]>> {
  const standing = sortedUnique(edits.map((edit) => edit.standing));
  const requests = standing.map((text, index) => ({
    name: `standing_${index}`,
    files: edits.find((edit) => edit.standing === text)?.before ?? [],
    state: [],
  }));
  const [created, schema] = [await planTogether(requests), await readProviderSchema()];
  return new Map(
    standing.map((text, index) => [text, stateOf(created.get(`standing_${index}`) ?? [], schema)]),
  );
}

/** What becomes of a resource, and where it stood, where that was elsewhere. */
function wordOf(action: string, formerAddress: string | undefined): string {
  return formerAddress === undefined ? action : `${action}, moved from ${formerAddress}`;
}

function saidBy({ resources }: Review): Readonly<Record<string, string>> {
  return Object.fromEntries(
    resources
      .map(({ address, action, formerAddress }) => [address, wordOf(action, formerAddress)] as const)
      .filter(([, word]) => word !== "none"),
  );
}

function doneBy(resources: readonly PlannedResource[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    resources
      .map((resource) => [resource.address, wordOf(actionOf(resource), resource.previous_address)] as const)
      .filter(([, word]) => word !== "none"),
  );
}

test.each(edits)("Terraform plans what the review says: $title", async ({ name, before, after }) => {
  expect(saidBy(await reviewFiles(before, after))).toEqual(doneBy(planned.get(name) ?? []));
});
