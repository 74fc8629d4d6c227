import type { ReviewedFile } from "../../src/review/configuration";
import { readText } from "../support/repository";
import { actionsOf, filesOf, reviewFiles } from "../support/reviews";
import { actionOf, planOffline, stateOf } from "../support/terraform/plan-review";
import { readProviderSchema, type ProviderSchema } from "../support/terraform/provider-schema";
import { REVIEW_EDITS, type ReviewEdit } from "../support/terraform/review-edits";

/* Our word on every resource of an edited deployment, against the plan that Terraform makes with the real provider. */

const BASES: Readonly<Record<ReviewEdit["base"], string>> = {
  aurora: readText("examples/aurora-global-per-region-keys.yaml"),
  rds: readText("examples/rds-postgres-read-replicas.yaml").replace("layout: layered", "layout: single"),
  keys: readText("examples/keys-only-client-side-encryption.yaml"),
};

let schema: ProviderSchema;
const states = new Map<string, Promise<readonly object[]>>();

beforeAll(async () => {
  schema = await readProviderSchema();
});

/** The state of a deployment that was applied as its files say. */
function appliedState(base: string, files: readonly ReviewedFile[]): Promise<readonly object[]> {
  const known = states.get(base) ?? planOffline(files, []).then((planned) => stateOf(planned, schema));
  states.set(base, known);
  return known;
}

function edit(text: string, replacements: readonly (readonly [string, string])[] = []): string {
  return replacements.reduce((edited, [from, to]) => {
    if (!edited.includes(from)) throw new Error(`nothing to edit: ${from}`);
    return edited.replace(from, () => to);
  }, text);
}

function editFiles(
  files: readonly ReviewedFile[],
  replacements: ReviewEdit["hcl"] = [],
): readonly ReviewedFile[] {
  return replacements.reduce((edited, [from, to]) => {
    const target = edited.find(({ content }) => content.includes(from));
    if (target === undefined) throw new Error(`nothing to edit: ${from}`);
    return edited.map((file) =>
      file === target ? { ...file, content: edit(file.content, [[from, to]]) } : file,
    );
  }, files);
}

test.each(REVIEW_EDITS)(
  "Terraform plans what the review says: $base, $title",
  async ({ base, spec, hcl }) => {
    const before = filesOf(BASES[base]);
    const after = editFiles(filesOf(edit(BASES[base], spec)), hcl);
    const said = actionsOf(await reviewFiles(before, after));
    const planned = await planOffline(after, await appliedState(base, before));
    const done = Object.fromEntries(planned.map((resource) => [resource.address, actionOf(resource)]));
    const withoutNone = (actions: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(actions).filter(([, action]) => action !== "none"));
    expect(withoutNone(said)).toEqual(withoutNone(done));
    expect(Object.keys(said)).not.toEqual([]);
  },
);
