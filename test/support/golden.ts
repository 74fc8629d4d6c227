import * as fs from "node:fs";
import * as path from "node:path";
import { ROOT } from "./repository";

const isUpdating = process.env["KEYSPAN_UPDATE_GOLDENS"] === "1";

/** Compares a text with a golden file; `npm run test:update` writes it instead, but never in CI. */
export function expectGolden(file: string, text: string): void {
  const absolute = path.join(ROOT, file);
  if (isUpdating) {
    if (process.env["CI"] !== undefined) throw new Error("golden files are not written in CI");
    fs.mkdirSync(path.dirname(absolute), { recursive: true });
    if (!fs.existsSync(absolute) || fs.readFileSync(absolute, "utf8") !== text)
      fs.writeFileSync(absolute, text);
    return;
  }
  const golden = fs.existsSync(absolute) ? fs.readFileSync(absolute, "utf8") : undefined;
  expect({ file, text }).toEqual({ file, text: golden });
}
