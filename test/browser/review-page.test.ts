import { source as axeSource, type AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { startChromium } from "../support/browser/chromium";
import { openPage, realisticPages } from "../support/browser/review-page";

/* The page of a review as people have it: in a browser, wide and narrow, light and dark, by keyboard, on paper. */

let browser: Browser;
let html: string;
let short: string;

beforeAll(async () => {
  ({ whole: html, short } = await realisticPages());
  browser = await startChromium();
});

afterAll(() => browser.close());

const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll("details")) one.open = true;
  });

test("the page asks for nothing and complains of nothing", async () => {
  const { page, requests, complaints } = await openPage(browser, html);
  await openAll(page);
  expect([requests, complaints]).toEqual([[], []]);
});

test("HTML that came in by a mistake of ours could neither run nor load anything", async () => {
  const { page, requests } = await openPage(browser, html);
  const blocked = await page.evaluate(async () => {
    const found: string[] = [];
    document.addEventListener("securitypolicyviolation", (event) => found.push(event.effectiveDirective));
    document.body.insertAdjacentHTML(
      "beforeend",
      `<img src="https://example.com/x.png" onerror="document.title = 'ran'"><i style="color: red">x</i>`,
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    return found.sort();
  });
  expect(blocked).toEqual(["img-src", "script-src-attr", "style-src-attr"]);
  expect(requests).toEqual([]);
  expect(await page.title()).toBe("Review of orders");
});

test.each(["light", "dark"] as const)(
  "axe finds nothing to better in the %s page, with everything open",
  async (colorScheme) => {
    const { page } = await openPage(browser, short, { colorScheme, viewport: { width: 1600, height: 1000 } });
    await openAll(page);
    expect(await violations(page)).toEqual([]);
  },
);

test("axe finds nothing to better on a narrow screen", async () => {
  const { page } = await openPage(browser, short, { viewport: { width: 380, height: 800 } });
  await openAll(page);
  expect(await violations(page)).toEqual([]);
});

/** Every rule of axe, those for good practice too; each finding with the first element. */
async function violations(page: Page, selector = "html"): Promise<string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(
    (where) => (window as unknown as { axe: { run: (where: string) => Promise<AxeResults> } }).axe.run(where),
    selector,
  );
  expect(results.passes.length).toBeGreaterThan(2);
  return results.violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.length} times, first ${nodes[0]?.html ?? ""} ${nodes[0]?.failureSummary ?? ""}`,
  );
}

test("the axe that finds nothing finds pale text", async () => {
  const { page } = await openPage(browser, short);
  await page.evaluate(() => {
    const [headline] = document.querySelectorAll<HTMLElement>(".headline");
    if (headline !== undefined) headline.style.color = "#eeeeee";
  });
  expect((await violations(page, ".verdict")).join()).toContain("color-contrast");
});

test("a keyboard skips to the review, and opens and closes what is folded", async () => {
  const { page } = await openPage(browser, html);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the review");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("review");
  const folded = page.locator("details.fold").first();
  await folded.locator("summary").focus();
  await page.keyboard.press("Enter");
  expect(await folded.getAttribute("open")).not.toBeNull();
  await page.keyboard.press("Space");
  expect(await folded.getAttribute("open")).toBeNull();
});

test("what has the focus shows it", async () => {
  const { page } = await openPage(browser, html);
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    const outline = await page.evaluate(() => {
      const style = document.activeElement && getComputedStyle(document.activeElement);
      return style && `${style.outlineStyle} ${style.outlineWidth}`;
    });
    expect(outline).toBe("solid 2px");
  }
});

test.each([320, 380, 700, 1024, 1600])("at %i pixels the page does not scroll sideways", async (width) => {
  const { page } = await openPage(browser, html, { viewport: { width, height: 800 } });
  await openAll(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

test("a wide screen has both sides and the drawing, a narrow one a column and a list", async () => {
  const shown = async (width: number) => {
    const { page } = await openPage(browser, html, { viewport: { width, height: 800 } });
    const isShown = (selector: string) => page.locator(selector).first().isVisible();
    return {
      drawing: await isShown(".drawing"),
      list: await isShown(".picture .list"),
      bothSides: await isShown(".code .same td.was"),
    };
  };
  expect(await shown(1600)).toEqual({ drawing: true, list: false, bothSides: true });
  expect(await shown(380)).toEqual({ drawing: false, list: true, bothSides: false });
});

test("the first screen names what is destroyed or replaced, what is lost and what concerns security", async () => {
  const { page } = await openPage(browser, html, { viewport: { width: 1600, height: 1000 } });
  const titles = await page
    .locator("h3")
    .evaluateAll((all) =>
      all
        .filter((one) => one.getBoundingClientRect().bottom < window.innerHeight)
        .map((one) => one.textContent.replace(/ \d+$/, "")),
    );
  expect(titles).toEqual(
    expect.arrayContaining(["Destroyed or replaced", "Data loss", "Refused", "Security"]),
  );
});

test("paper has the resources that the screen folds, and not the unchanged lines", async () => {
  const { page } = await openPage(browser, html);
  const height = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => one.getBoundingClientRect().height);
  expect(await height("details.resource:not([open]) .body")).toBe(0);
  await page.emulateMedia({ media: "print" });
  expect(await height("details.resource:not([open]) .body")).toBeGreaterThan(20);
  expect(await height("details.fold table")).toBe(0);
});
