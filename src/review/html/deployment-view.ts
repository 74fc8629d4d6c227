import { counted } from "../../base/text";
import type { ReviewedFile } from "../configuration";
import { isUnchanged, type ResourceReview, type Review } from "../review";
import { anchorsOf, placeKey, rootOf, type Anchors } from "./anchors";
import { fileDiffs, type FileDiff } from "./file-diff";
import { fileView } from "./file-view";
import type { PageLibraries } from "./libraries";
import { markup, type Markup } from "./markup";
import { pictureView } from "./picture-view";
import { resourceView, type TextPlace } from "./resource-view";
import { settingsView } from "./settings-view";
import { summaryView } from "./summary-view";

/** A review, and the files that it was made of. */
export interface ReviewedSides {
  readonly review: Review;
  readonly before: readonly ReviewedFile[];
  readonly after: readonly ReviewedFile[];
}

/** The review of one deployment: what it comes to, the picture, every resource, every file. */
export function deploymentView(
  { review, before, after }: ReviewedSides,
  index: number,
  libraries: PageLibraries,
): Markup {
  const anchors = anchorsOf(index, review.resources);
  const files = fileDiffs(before, after, libraries.diff);
  const body =
    isUnchanged(review) && files.length === 0
      ? undefined
      : [
          pictureView(review.drawPicture(), anchors),
          resourcesView(review, anchors, files),
          settingsView(review, anchors),
          filesView({
            review,
            files,
            anchors,
            libraries,
            fileCount: new Set([...before, ...after].map(({ path }) => path)).size,
          }),
        ];
  return markup`
<article class="deployment" id="${anchors.deployment}" aria-labelledby="${anchors.deployment}-title">${summaryView(review, anchors)}${body}
</article>`;
}

function resourcesView(
  { resources }: Review,
  anchors: Anchors,
  files: readonly FileDiff[],
): Markup | undefined {
  if (resources.length === 0) return undefined;
  const places = textPlaces(files, anchors);
  const id = `${anchors.deployment}-resources`;
  return markup`
<section class="resources" aria-labelledby="${id}"><h3 id="${id}">Resources, the worst first <span class="count">${resources.length}</span></h3>${resources.map(
    (resource, place) =>
      resourceView(resource, `${anchors.deployment}-r${place + 1}`, [
        ...(places.get(placeKey(resource)) ?? []),
        ...(resource.formerAddress === undefined
          ? []
          : (places.get(placeKey({ root: resource.root, address: resource.formerAddress })) ?? [])),
      ]),
  )}
</section>`;
}

/** Where the text of each block is shown, in each file for the first time. */
function textPlaces(files: readonly FileDiff[], anchors: Anchors): ReadonlyMap<string, readonly TextPlace[]> {
  const places = new Map<string, TextPlace[]>();
  for (const [index, { path, parts }] of files.entries()) {
    const root = rootOf(path);
    for (const [place, { blocks }] of parts.entries())
      for (const address of blocks) {
        const key = placeKey({ root, address });
        const known = places.get(key) ?? [];
        const isKnown = known.some((one) => one.path === path);
        if (!isKnown) places.set(key, [...known, { id: anchors.part(index, place), path }]);
      }
  }
  return places;
}

interface FilesInput {
  readonly review: Review;
  readonly files: readonly FileDiff[];
  readonly anchors: Anchors;
  readonly libraries: PageLibraries;
  readonly fileCount: number;
}

function filesView({ review, files, anchors, libraries, fileCount }: FilesInput): Markup {
  const id = `${anchors.deployment}-files`;
  const same = fileCount - files.length;
  const byPlace = new Map(
    review.resources.flatMap((resource) =>
      [resource.address, resource.formerAddress].flatMap((address): [string, ResourceReview][] =>
        address === undefined ? [] : [[placeKey({ root: resource.root, address }), resource]],
      ),
    ),
  );
  const context = {
    anchors,
    libraries,
    resourceAt: (root: string, address: string) => byPlace.get(placeKey({ root, address })),
  };
  return markup`
<section class="files" aria-labelledby="${id}"><h3 id="${id}">Files <span class="count">${files.length}</span></h3><p class="quiet">${same === 0 ? undefined : `${counted(same, "file")} unchanged. `}Lines that differ only in their alignment count as unchanged.</p>${files.map((file, index) => fileView(file, index, context))}
</section>`;
}
