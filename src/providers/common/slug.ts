/** Text as a part of a Terraform identifier: everything but letters and digits becomes `_`. */
export function slugOf(text: string): string {
  return (
    text
      .replace(/[^A-Za-z0-9]+/g, "_")
      .replace(/^_|_$/g, "")
      .toLowerCase() || "_"
  );
}

/** A slug for each text, numbered where two would be the same; a number never makes the slug of another text. */
export function uniqueSlugs(texts: readonly string[]): string[] {
  const slugs = texts.map(slugOf);
  const taken = new Set(slugs);
  const seen = new Set<string>();
  return slugs.map((slug) => {
    let unique = slug;
    for (let number = 2; seen.has(unique) || (unique !== slug && taken.has(unique)); number += 1)
      unique = `${slug}_${number}`;
    seen.add(unique);
    return unique;
  });
}
