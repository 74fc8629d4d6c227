import type { DeploymentSpec } from "../../../spec/schema/deployment";
import type { SpecPath } from "../../../spec/spec-node";

/** Tags by name. */
export type Tags = Readonly<Record<string, string>>;

/** Tags at one place of a spec, and those that the same resources have from elsewhere. */
export interface WrittenTags {
  readonly tags: Tags;
  readonly inherited: Tags;
  readonly path: SpecPath;
}

/** Tags, wherever a spec has them. */
export function writtenTags(spec: DeploymentSpec): readonly WrittenTags[] {
  const common = spec.provider.tags ?? {};
  const places: { tags: Tags | undefined; inherited: Tags; path: SpecPath }[] = [
    { tags: common, inherited: {}, path: ["provider", "tags"] },
  ];
  for (const [name, set] of Object.entries(spec.keys ?? {})) {
    const path: SpecPath = ["keys", name];
    places.push({ tags: set.tags, inherited: common, path: [...path, "tags"] });
    for (const [region, override] of Object.entries(set.overrides ?? {})) {
      const inherited = { ...common, ...set.tags };
      places.push({ tags: override?.tags, inherited, path: [...path, "overrides", region, "tags"] });
    }
  }
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    const path: SpecPath = ["databases", name];
    places.push({ tags: database.tags, inherited: common, path: [...path, "tags"] });
    for (const [region, own] of Object.entries(database.regions ?? {})) {
      const inherited = { ...common, ...database.tags };
      places.push({ tags: own?.tags, inherited, path: [...path, "regions", region, "tags"] });
    }
  }
  return places.flatMap(({ tags, ...place }) => (tags === undefined ? [] : [{ tags, ...place }]));
}
