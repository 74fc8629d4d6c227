import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { ReviewedFile } from "../../../src/review/configuration";
import { formatHtml } from "../../../src/review/html/page";
import { readText } from "../repository";
import { filesOf, reviewFiles } from "../reviews";

const EXAMPLE = "examples/aurora-global-per-region-keys.yaml";

/** A change as they happen: another key strategy, one more Region, a wider policy, an upgrade. */
export function realisticChange(): { readonly before: string; readonly after: string } {
  const before = readText(EXAMPLE);
  const after = before
    .replace("strategy: single-region", "strategy: multi-region")
    .replace(/operators: \[(.*)\]/, 'operators: [$1, "arn:aws:iam::111122223333:role/Analyst"]')
    .replace('engineVersion: "16.6"', 'engineVersion: "16.8"')
    .replace(
      /^keys:/m,
      "  sa-east-1:\n    subnetGroupName: private-databases\n    securityGroupIds: [sg-0d44]\nkeys:",
    )
    .replace(/$/, "      sa-east-1: { instances: { count: 1 } }\n");
  return { before, after };
}

/** The page of that change, and the same with one file, for what looks at every letter of it. */
export async function realisticPages(): Promise<{ readonly whole: string; readonly short: string }> {
  const { before: old, after: now } = realisticChange();
  const [before, after] = [filesOf(old), filesOf(now)];
  const review = await reviewFiles(before, after);
  const keys = (files: readonly ReviewedFile[]) => files.filter(({ path: file }) => file === "keys.tf");
  return {
    whole: await formatHtml([{ review, before, after }]),
    short: await formatHtml([{ review, before: keys(before), after: keys(after) }]),
  };
}

/** A page in the browser, with what it asked for and complained of. */
export interface OpenPage {
  readonly page: Page;
  readonly requests: string[];
  readonly complaints: string[];
}

/** Opens a page from a file, in a window of its own. */
export async function openPage(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-page-"));
  const file = path.join(folder, "review.html");
  fs.writeFileSync(file, html);
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const [requests, complaints]: [string[], string[]] = [[], []];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  fs.rmSync(folder, { recursive: true });
  return { page, requests: requests.filter((one) => one !== url), complaints };
}
