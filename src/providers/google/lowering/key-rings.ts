import { sortedUnique } from "../../../base/ordering";
import type { RegionName } from "../../../base/names";
import { isManagedKey } from "../../../model/key";
import { reference, type Expression } from "../../../terraform/expression";
import { toIdentifier } from "../../../terraform/names";
import { addressOf, type ResourceElement } from "../../../terraform/program";
import { dataKmsKeyRing, kmsKeyRing } from "../resources";
import type { LoweringContext } from "./context";

/** The key rings of a deployment: one in each location of a key. */
export interface KeyRings {
  readonly elements: readonly ResourceElement[];
  readonly data: readonly ResourceElement[];
  readonly idIn: ReadonlyMap<string, Expression<string>>;
}

/** A location, and the Region whose stack its key ring stands in. */
interface Location {
  readonly location: string;
  readonly region: RegionName;
}

/** Key rings that are created, or that stand already and are read. */
export function lowerKeyRings(context: LoweringContext): KeyRings {
  const { plan, keyProject, request } = context;
  const { name = plan.name, existing = false } = request.provider.keyRing ?? {};
  const rings = locationsOf(context).map(({ location, region }) => {
    const properties = {
      name: toIdentifier(plan.name, location),
      region,
      comment: `The key ring in ${location}.`,
      arguments: { name, location, project: keyProject },
    };
    // Destroying a key ring only forgets it: its name is taken for good.
    const element = existing
      ? dataKmsKeyRing(properties)
      : kmsKeyRing({ ...properties, lifecycle: { preventDestroy: true } });
    return { location, element, id: reference<string>(...addressOf(element).split("."), "id") };
  });
  const elements = rings.map(({ element }) => element);
  return {
    elements: existing ? [] : elements,
    data: existing ? elements : [],
    idIn: new Map(rings.map(({ location, id }) => [location, id])),
  };
}

function locationsOf({ plan }: LoweringContext): readonly Location[] {
  const locations = new Map<string, RegionName>();
  for (const { keyIn } of plan.keySets) {
    for (const key of keyIn.values()) {
      if (!isManagedKey(key)) continue;
      const location = key.kind === "location-key" ? key.location : key.region;
      if (!locations.has(location)) locations.set(location, key.region);
    }
  }
  const inOrder = plan.regions.map(({ name }) => String(name)).filter((name) => locations.has(name));
  return [...inOrder, ...sortedUnique([...locations.keys()].filter((one) => !inOrder.includes(one)))].flatMap(
    (location) => {
      const region = locations.get(location);
      return region === undefined ? [] : [{ location, region }];
    },
  );
}
