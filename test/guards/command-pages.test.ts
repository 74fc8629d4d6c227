import { commandPages } from "../../scripts/command-pages";
import { listFiles, readText, ROOT } from "../support/repository";

const pages = commandPages(ROOT);

test("docs/commands holds the pages of the commands that there are, and no other", () => {
  expect(listFiles("docs/commands")).toEqual([...pages.keys()].sort());
});

test.each([...pages])("%s is what the table of commands says (npm run docs)", (file, page) => {
  expect(readText(file)).toBe(page);
});
