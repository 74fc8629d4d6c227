import { fillTemplateReference } from "../../scripts/template-reference";
import { listFiles, readText } from "../support/repository";

const PAGE = readText("docs/templates.md");

test("the tables of docs/templates.md are what templates are given (npm run docs)", () => {
  expect(fillTemplateReference(PAGE)).toBe(PAGE);
});

test.each(listFiles("examples/templates"))("docs/templates.md shows %s as it is", (file) => {
  expect(PAGE).toContain(`\`\`\`handlebars\n${readText(file)}\`\`\``);
});
