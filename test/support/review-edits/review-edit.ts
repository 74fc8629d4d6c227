/** A text and what takes its place. */
export type Replacement = readonly [from: string, to: string];

/** An edit of an example, whose review is compared with the plan of Terraform. */
export interface ReviewEdit {
  /** What is edited, in the words of somebody who asks what it would do. */
  readonly title: string;
  /** Replacements in the spec. */
  readonly spec?: readonly Replacement[];
  /** Replacements in the Terraform that it compiles to, by hand; each at the first place that has the text. */
  readonly hcl?: readonly Replacement[];
  /** HCL in a file of one's own beside the golden. */
  readonly file?: string;
  /** Edits of the spec that stand already: what was applied last is no example as it comes. */
  readonly standing?: readonly Replacement[];
}

/** An example and its edits. */
export interface EditedExample {
  readonly example: string;
  /** What it takes to have the example in one root module, for the provider at hand. */
  readonly adapted: readonly Replacement[];
  readonly edits: readonly ReviewEdit[];
}

/** A text with replacements. Throws where there is nothing to replace. */
export function replaceIn(text: string, replacements: readonly Replacement[] = []): string {
  return replacements.reduce((edited, [from, to]) => {
    if (!edited.includes(from)) throw new Error(`nothing to replace: ${from}`);
    return edited.replace(from, () => to);
  }, text);
}
