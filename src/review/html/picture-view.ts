import type { Picture, PictureEdge, PictureNode } from "../picture";
import { ACTION_SIGNS, ACTION_WORDS } from "../summary";
import type { Anchors } from "./anchors";
import { markup, type Markup } from "./markup";
import { layOut, type PlacedEdge, type PlacedNode, type PlacedRegion } from "./picture-layout";
import { badge } from "./words";

/** Regions, keys and databases: drawn on a wide screen, listed on a narrow one. */
export function pictureView(picture: Picture, anchors: Anchors): Markup | undefined {
  if (picture.regions.length === 0) return undefined;
  const id = `${anchors.deployment}-picture`;
  return markup`
<section class="picture" aria-labelledby="${id}"><h3 id="${id}">Regions, keys and databases</h3>
${drawing(picture, anchors)}
${list(picture, anchors)}
<p class="legend quiet"><span class="line encrypts"></span> encrypts <span class="line replicates"></span> replicates, or holds together <span class="line removed"></span> no longer. <em>Around it</em>: aliases, instances, log groups and the like that refer to it and change.</p>
</section>`;
}

function drawing(picture: Picture, anchors: Anchors): Markup {
  const { width, height, regions, edges } = layOut(picture);
  const words = wordsOf(picture);
  return markup`<div class="drawing" tabindex="0" role="group" aria-label="Picture, scrolls sideways">
<svg viewBox="-1 -1 ${width + 2} ${height + 2}" width="${width + 2}" height="${height + 2}" role="group" aria-label="Regions with their keys and databases">
<defs>${["kept", "added", "removed"].map((change) => markup`<marker id="${anchors.deployment}-arrow-${change}" class="arrow ${change}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>`)}</defs>
${regions.map(regionBox)}${edges.map((edge) => line(edge, anchors))}${regions.map(({ nodes }) => nodes.map((node) => nodeBox(node, words, anchors)))}
</svg></div>`;
}

function regionBox({ region, box }: PlacedRegion): Markup {
  return markup`
<g class="region"><rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="10"/><text x="${box.x + 14}" y="${box.y + 22}">${titleOf(region)}</text></g>`;
}

function titleOf(region: string | undefined): string {
  return region ?? "All Regions";
}

function line({ edge, corners }: PlacedEdge, { deployment }: Anchors): Markup {
  const [first, ...others] = corners.map(([x, y]) => `${x} ${y}`);
  return markup`
<path class="edge ${edge.kind} ${edge.change}" d="M${first}L${others.join(" ")}" marker-end="url(#${deployment}-arrow-${edge.change})"/>`;
}

/** Letters that fit into a box. */
const WIDEST = { title: 19, noun: 27 };

function nodeBox({ node, box }: PlacedNode, words: Words, anchors: Anchors): Markup {
  const { x, y, width, height } = box;
  const sign = ACTION_SIGNS[node.action].trim();
  const inside = markup`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/><rect class="edge-bar" x="${x}" y="${y}" width="4" height="${height}" rx="2"/><text class="title" x="${x + 14}" y="${y + 20}">${cut(node.title, WIDEST.title)}</text><text class="noun" x="${x + 14}" y="${y + 36}">${cut(node.noun, WIDEST.noun)}</text><text class="fate" x="${x + 14}" y="${y + 52}">${sign === "" ? "" : `${sign} `}${ACTION_WORDS[node.action]}${nearbyText(node)}</text>`;
  const id = anchors.resource(node);
  const label = words(node);
  return id === undefined
    ? markup`
<g class="node ${node.kind} ${node.action}" role="img" aria-label="${label}">${inside}</g>`
    : markup`
<a class="node ${node.kind} ${node.action}" href="#${id}" aria-label="${label}">${inside}</a>`;
}

function nearbyText({ nearby }: PictureNode): string {
  const count = Object.values(nearby).reduce((sum, one) => sum + one, 0);
  return count === 0 ? "" : `, ${count} around it`;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** What the picture says of a node, in words. */
type Words = (node: PictureNode) => string;

const EDGE_WORDS: Readonly<Record<PictureEdge["kind"], string>> = {
  encrypts: "encrypted with",
  replicates: "a copy of",
  holds: "held by",
};

function wordsOf({ regions, edges }: Picture): Words {
  const addresses = new Map(
    regions.flatMap(({ nodes }) => nodes.map(({ id, address }) => [id, address] as const)),
  );
  return ({ id, address, noun, action }) => {
    const ties = edges
      .filter(({ to }) => to === id)
      .map(({ from, kind, change }) => {
        const note = change === "kept" ? "" : change === "added" ? "now " : "no longer ";
        return `${note}${EDGE_WORDS[kind]} ${addresses.get(from) ?? ""}`;
      });
    return [`${noun} ${address}: ${ACTION_WORDS[action]}`, ...ties].join("; ");
  };
}

function list(picture: Picture, anchors: Anchors): Markup {
  const words = wordsOf(picture);
  return markup`<dl class="list">${picture.regions.map(
    ({ region, nodes }) => markup`
<dt>${titleOf(region)}</dt>${nodes.map((node) => {
      const id = anchors.resource(node);
      const name = markup`<code>${node.address}</code>`;
      const [, ...ties] = words(node).split("; ");
      return markup`<dd>${badge(node.action)} ${id === undefined ? name : markup`<a href="#${id}">${name}</a>`}${ties.length === 0 ? undefined : markup` <span class="quiet">${ties.join("; ")}</span>`}</dd>`;
    })}`,
  )}</dl>`;
}
