import type { ResourceReview } from "../review";

/** A resource by root module and address, as keys of maps have it. */
export function placeKey({ root, address }: { readonly root: string; readonly address: string }): string {
  return `${root} ${address}`;
}

/** The folder of the root module that a file belongs to. */
export function rootOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** Ids of a page: numbers, for addresses and paths may hold anything. */
export interface Anchors {
  /** Of the deployment, and the beginning of every other. */
  readonly deployment: string;
  /** Of a resource that the review lists; undefined for others. */
  readonly resource: (place: { readonly root: string; readonly address: string }) => string | undefined;
  readonly file: (index: number) => string;
  readonly part: (file: number, index: number) => string;
}

/** The ids of one deployment. */
export function anchorsOf(index: number, resources: readonly ResourceReview[]): Anchors {
  const deployment = `d${index + 1}`;
  const ids = new Map(
    resources.flatMap((resource, place) =>
      [resource.formerAddress, resource.address].flatMap((address) =>
        address === undefined
          ? []
          : [[placeKey({ root: resource.root, address }), `${deployment}-r${place + 1}`] as const],
      ),
    ),
  );
  return {
    deployment,
    resource: (place) => ids.get(placeKey(place)),
    file: (file) => `${deployment}-f${file + 1}`,
    part: (file, part) => `${deployment}-f${file + 1}-${part + 1}`,
  };
}
