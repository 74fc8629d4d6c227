/** Text as a part of a Terraform identifier: everything but letters and digits becomes `_`. */
export function slugOf(text: string): string {
  return (
    text
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_|_$/g, "")
      .toLowerCase() || "_"
  );
}

/** A slug for each text, numbered where two would be the same. */
export function uniqueSlugs(texts: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const slug = slugOf(text);
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return count === 1 ? slug : `${slug}_${count}`;
  });
}
