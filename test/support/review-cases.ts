import { actionsOf, codesOf, reviewHcl } from "./reviews";

/** A change of a text, and what a review says of one resource of it. */
export interface ReviewCase {
  readonly title: string;
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly address: string;
  readonly action: string;
  readonly codes: readonly string[];
}

/** A case in one line. */
export const one = (
  title: string,
  text: string,
  [from, to]: readonly [string, string],
  [address, action]: readonly [string, string],
  codes: readonly string[],
): ReviewCase => ({ title, text, from, to, address, action, codes });

/** Holds that a review of Google's says what the case expects. */
export async function expectReview({ text, from, to, address, action, codes }: ReviewCase): Promise<void> {
  expect(text).toContain(from);
  const found = await reviewHcl(text, text.replace(from, to), "google");
  const { [address]: done = "none" } = actionsOf(found);
  const isListed = found.resources.some((resource) => resource.address === address);
  expect({ done, codes: isListed ? codesOf(found, address) : [] }).toEqual({ done: action, codes });
}
