import { Type } from "@sinclair/typebox";
import { mapOf } from "./helpers";

/** Tags as the user writes them: unquoted numbers and booleans are refused, for YAML changes them silently. */
export const tagsSchema = (description: string) =>
  mapOf(Type.String({ description: "Value of the tag." }), {
    description,
    default: {},
    examples: [{ team: "payments", environment: "production" }],
  });
