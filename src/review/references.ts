import type { Configuration, RawValue, RootModule } from "./configuration";
import { rootOfState } from "./evaluate";
import { referencesIn, splitText, type ReferenceSteps } from "./expression-text";
import { placeOf, type Placed } from "./match-resources";

/** The places of the resources that a resource's arguments refer to, in the order of the text. */
export function referencedPlaces(configuration: Configuration, { root, block }: Placed): readonly string[] {
  return referencedBlocks(configuration, root, block.arguments).map(placeOf);
}

/**
 * The resources that a value refers to, in the order of the text, each once; locals are followed, and outputs of
 * other root modules.
 */
export function referencedBlocks(
  configuration: Configuration,
  root: RootModule,
  value: RawValue,
): readonly Placed[] {
  const places = new Map<string, Placed>();
  const seen = new Set<RawValue>();

  const visitValue = (where: RootModule, visited: RawValue | undefined): void => {
    if (typeof visited === "string") {
      for (const part of splitText(visited))
        if (part.kind === "expression") for (const { steps } of referencesIn(part.text)) follow(where, steps);
    } else if (typeof visited === "object" && visited !== null && !seen.has(visited)) {
      seen.add(visited);
      for (const item of Object.values<RawValue>(visited)) visitValue(where, item);
    }
  };

  const follow = (
    where: RootModule,
    [first = "", second = "", third = "", , output = ""]: ReferenceSteps,
  ) => {
    if (first === "local") {
      visitValue(where, once(where, second));
      return;
    }
    if (first === "data" && second === "terraform_remote_state") {
      const source = rootOfState(configuration, third);
      if (source !== undefined) visitValue(source, source.outputs.get(output));
      return;
    }
    const found = where.blocks.get(`${first}.${second}`);
    if (found?.kind === "resource") {
      const placed = { root: where, block: found };
      places.set(placeOf(placed), placed);
    }
  };

  /** A local may be a text, and refer to itself in a text that is not valid: each is followed once. */
  const followed = new Set<string>();
  const once = (where: RootModule, name: string): RawValue | undefined => {
    const key = `${where.folder} ${name}`;
    if (followed.has(key)) return undefined;
    followed.add(key);
    return where.locals.get(name);
  };

  visitValue(root, value);
  return [...places.values()];
}
