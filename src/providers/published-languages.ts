import { publishedLanguage, type PublishedLanguage } from "../model/published-language";
import { allProviders } from "./registry";

/** The language of each provider. */
export function publishedLanguages(): readonly PublishedLanguage[] {
  return allProviders().map(({ id, catalog }) => publishedLanguage(id, catalog));
}
