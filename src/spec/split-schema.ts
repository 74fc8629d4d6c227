/** A schema, as data. */
export type SchemaData = Readonly<Record<string, unknown>>;

/** Keywords whose values are data, not schemas. */
const DATA_KEYWORDS = new Set(["const", "enum", "default", "examples", "enumDescriptions"]);

/**
 * The same schema with each object in it as a definition that is referred to; what stands several times becomes one
 * definition. A validator of it is a function for each object, where otherwise it is one function for everything,
 * which has to be there as a whole whatever a document holds.
 */
export function splitSchema(schema: SchemaData): SchemaData {
  const names = new Map<string, string>();
  const definitions: Record<string, SchemaData> = {};

  const refer = (object: SchemaData): SchemaData => {
    const text = JSON.stringify(object);
    const name = names.get(text) ?? `object${names.size}`;
    names.set(text, name);
    definitions[name] = object;
    return { $ref: `#/$defs/${name}` };
  };
  const splitValue = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(splitValue);
    if (typeof value !== "object" || value === null) return value;
    const object = splitKeywords(value as SchemaData);
    return "properties" in object ? refer(object) : object;
  };
  const splitProperties = (properties: unknown): SchemaData =>
    Object.fromEntries(
      Object.entries(properties as SchemaData).map(([name, value]) => [name, splitValue(value)]),
    );
  const splitKeywords = (keywords: SchemaData): SchemaData =>
    Object.fromEntries(
      Object.entries(keywords).map(([keyword, value]) => {
        if (DATA_KEYWORDS.has(keyword)) return [keyword, value];
        return [keyword, keyword === "properties" ? splitProperties(value) : splitValue(value)];
      }),
    );
  const split = splitKeywords(schema);
  return { ...split, $defs: definitions };
}
