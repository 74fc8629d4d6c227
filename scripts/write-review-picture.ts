import * as path from "node:path";
import { startChromium } from "../test/support/browser/chromium";
import { openPage, realisticPages } from "../test/support/browser/review-page";

/** Writes docs/images/review.png: the first screen of the page of a realistic change. */
export async function run(root: string): Promise<void> {
  const browser = await startChromium();
  try {
    const { whole } = await realisticPages();
    const { page } = await openPage(browser, whole, { viewport: { width: 1440, height: 1440 } });
    await page.screenshot({ path: path.join(root, "docs/images/review.png") });
  } finally {
    await browser.close();
  }
}
