import { createHash } from "node:crypto";
import { formatHtml } from "../../../../src/review/html/page";
import type { ReviewedSides } from "../../../../src/review/html/deployment-view";
import { layOut } from "../../../../src/review/html/picture-layout";
import { attribute, elementsOf, textOf, withClass, type PageElement } from "../../../support/html";
import { readText } from "../../../support/repository";
import { filesOf, reviewFiles } from "../../../support/reviews";

const SPEC = readText("examples/aurora-global-per-region-keys.yaml");
const CHANGED = SPEC.replace("strategy: single-region", "strategy: multi-region");

async function reviewed(before: string, after: string): Promise<ReviewedSides> {
  const [old, now] = [filesOf(before), filesOf(after)];
  return { review: await reviewFiles(old, now), before: old, after: now };
}

let changed: ReviewedSides;
let same: ReviewedSides;
let page: readonly PageElement[] = [];

beforeAll(async () => {
  [changed, same] = [await reviewed(SPEC, CHANGED), await reviewed(SPEC, SPEC)];
  page = elementsOf(await formatHtml([changed]));
});

test("the page begins with what is lost, then shows the picture, every resource and every file", () => {
  const headings = page.filter(({ tagName }) => /^h[1-4]$/.test(tagName)).map((one) => textOf(one));
  const titles = headings.filter((text) => !/^aws_|\.(tf|md|json|hcl)$/.test(text));
  expect(titles.map((text) => text.replace(/ \d+$/, ""))).toEqual([
    "What this changes in the live system",
    "orders",
    "Destroyed or replaced",
    "Data loss",
    "Refused",
    "Security",
    "Availability",
    "Regions, keys and databases",
    "Resources, the worst first",
    "Other settings",
    "Files",
  ]);
  expect(headings).toContain("Destroyed or replaced 6");
  expect(withClass(page, "headline").map(textOf)).toEqual([
    "Data loss: 6 resources that hold data are destroyed or replaced. As it stands, 8 resources would stop the plan or the apply.",
  ]);
});

test("every link leads to something on the page", () => {
  const ids = new Set(page.flatMap((element) => attribute(element, "id") ?? []));
  const links = page.filter(({ tagName }) => tagName === "a").map((link) => attribute(link, "href"));
  expect(links.length).toBeGreaterThan(20);
  expect(links.filter((link) => !ids.has(link?.slice(1) ?? ""))).toEqual([]);
});

test("the policy of the page allows its own style and nothing else", () => {
  const style = page.find(({ tagName }) => tagName === "style");
  const hash = createHash("sha256")
    .update(style === undefined ? "" : textOf(style))
    .digest("base64");
  const policy = page.find((one) => attribute(one, "http-equiv") === "Content-Security-Policy");
  expect(policy && attribute(policy, "content")).toBe(
    `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`,
  );
});

test("a golden that is up to date is one sentence", async () => {
  const elements = elementsOf(await formatHtml([same]));
  expect(withClass(elements, "headline").map(textOf)).toEqual(["Nothing changes."]);
  expect(elements.filter(({ tagName }) => tagName === "h3")).toEqual([]);
});

test("several deployments are on one page, each with ids of its own", async () => {
  const elements = elementsOf(await formatHtml([same, same]));
  const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(elements.filter(({ tagName }) => tagName === "article")).toHaveLength(2);
});

test("the picture shows what goes beside what comes, and what no longer encrypts", () => {
  const { regions, edges } = changed.review.drawPicture();
  expect(
    regions.map(({ region, nodes }) => [
      region,
      nodes.map(({ title, noun, action }) => `${title}: ${noun}, ${action}`),
    ]),
  ).toEqual([
    [undefined, ["ledger: Aurora global cluster, none"]],
    ["us-east-1", ["storage: KMS key, replace", "ledger: Aurora cluster, replace"]],
    [
      "ap-southeast-2",
      ["storage: KMS replica key, create", "ledger: Aurora cluster, replace", "storage: KMS key, destroy"],
    ],
    [
      "eu-west-1",
      ["storage: KMS replica key, create", "ledger: Aurora cluster, replace", "storage: KMS key, destroy"],
    ],
  ]);
  expect(
    edges
      .filter(({ to }) => to.endsWith("aws_rds_cluster.ledger_eu_west_1"))
      .map(({ from, kind, change }) => [from, kind, change]),
  ).toEqual([
    ["after aws_kms_replica_key.storage_eu_west_1", "encrypts", "added"],
    ["after aws_rds_global_cluster.ledger", "holds", "kept"],
    ["before aws_kms_key.storage_eu_west_1", "encrypts", "removed"],
  ]);
});

test("no two boxes of the picture overlap, and every line ends at its box", () => {
  const { regions, edges, width, height } = layOut(changed.review.drawPicture());
  const nodes = regions.flatMap((region) => region.nodes);
  for (const [index, { box }] of nodes.entries()) {
    expect(box.x + box.width).toBeLessThan(width);
    expect(box.y + box.height).toBeLessThan(height);
    for (const { box: other } of nodes.slice(index + 1)) {
      const isApart =
        box.x + box.width <= other.x ||
        other.x + other.width <= box.x ||
        box.y + box.height <= other.y ||
        other.y + other.height <= box.y;
      expect(isApart).toBe(true);
    }
  }
  for (const { edge, corners } of edges) {
    const box = nodes.find(({ node }) => node.id === edge.to)?.box;
    const [x, y] = corners.at(-1) ?? [0, 0];
    expect([box?.x, (box?.x ?? 0) + (box?.width ?? 0)]).toContain(x);
    expect(y).toBe((box?.y ?? 0) + (box?.height ?? 0) / 2);
  }
});

test("databases, keys and stacks of a layered deployment are drawn as one", async () => {
  const layered = SPEC.replace(/^terraform:/m, "terraform:\n  layout: layered");
  const { review } = await reviewed(layered, layered);
  const kinds = new Set(review.drawPicture().edges.map(({ kind, change }) => `${kind} ${change}`));
  expect(kinds).toEqual(new Set(["encrypts kept", "holds kept"]));
});
