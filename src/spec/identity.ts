/** Where the JSON Schema of the language can be found: its `$id`. */
export const SCHEMA_ADDRESS = "https://keyspan.dev/schema/keyspan.v1.schema.json";
/** That of the file of prices. */
export const PRICES_SCHEMA_ADDRESS = "https://keyspan.dev/schema/keyspan-prices.v1.schema.json";

/** The form of a deployment's name, and the form in words. */
export const DEPLOYMENT_NAME = {
  pattern: "^(?!.*--)[a-z]([a-z0-9-]{0,30}[a-z0-9])?$",
  hint: "a lower-case letter, then lower-case letters, digits and single `-`, at most 32 characters, not ending in `-`",
} as const;
