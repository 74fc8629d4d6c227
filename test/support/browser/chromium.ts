import * as fs from "node:fs";
import { chromium, type Browser } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Nothing that asks the network by itself. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser of the machine: the one that KEYSPAN_CHROMIUM names, or the one of the distribution. */
export async function startChromium(): Promise<Browser> {
  const named = process.env["KEYSPAN_CHROMIUM"];
  const executablePath = (named === undefined ? PLACES : [named]).find((file) => fs.existsSync(file));
  if (executablePath === undefined)
    throw new Error(
      `there is no Chromium at ${named ?? PLACES.join(", ")}: install Debian's package chromium, or name another by KEYSPAN_CHROMIUM`,
    );
  return chromium.launch({ executablePath, args: FLAGS });
}
