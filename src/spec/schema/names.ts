import { Type } from "@sinclair/typebox";
import { patterned } from "./helpers";

/** What a key set or a database may be called. */
export const NAME_PATTERN = "^[a-z][a-z0-9-]*$";
/** The same in words. */
export const NAME_HINT = "a lower-case letter, then lower-case letters, digits and `-`";

const formerName = () => patterned(NAME_PATTERN, NAME_HINT, { description: "A former name." });

/** `renamedFrom`; `keeps` says what a rename leaves as it is. */
export const renamedFromSchema = (keeps: string) =>
  Type.Union([formerName(), Type.Array(formerName(), { minItems: 1, description: "Former names, the oldest first." })], {
    description: `Former name, or former names, the oldest first: Terraform moves what stands to its new address instead of replacing it. ${keeps} as under the oldest of them, unless written. Keep it for good.`,
    examples: ["storage", ["storage", "data"]],
  });
