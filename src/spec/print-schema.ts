import type { PublishedLanguage } from "../model/published-language";
import { describedSchema } from "./described-schema";
import { providerConditions } from "./provider-conditions";
import { HINT } from "./schema/hint";
import { pricesSchema } from "./schema/prices";

/**
 * The JSON Schema of the language as a file, for editors: with what each provider has of it, and without the
 * annotations that only we read.
 */
export function printSchema(languages: readonly PublishedLanguage[]): string {
  const schema = { ...describedSchema(languages), allOf: providerConditions(languages) };
  return print(schema);
}

/** The JSON Schema of the file of prices, for editors. */
export function printPricesSchema(): string {
  return print(pricesSchema);
}

function print(schema: object): string {
  const text = JSON.stringify(schema, (key, value: unknown) => (key === HINT ? undefined : value), 2);
  return `${text}\n`;
}
