import { format } from "@cdktf/hcl-tools";
import { renderDeployment } from "../../src/render";
import { acceptedSpecs, compileAccepted, exampleSpecs, variantsOf } from "../support/specs";

/*
 * What is emitted is formatted as it stands: nobody's editor, hook or pipeline changes a byte of it. The formatter
 * is `terraform fmt` itself, compiled for Node.
 */

/** Comments of people and of keyspan; code is as long as its references are. */
const WIDEST_COMMENT = 140;

const written = [...exampleSpecs(), ...acceptedSpecs()];
const specs = [...written, ...written.flatMap(variantsOf)];

/** Texts that the formatter leaves as they are: most files are the same in several layouts. */
const formatted = new Set<string>();

async function expectFormatted(file: string, content: string): Promise<void> {
  if (formatted.has(content)) return;
  expect([file, content]).toEqual([file, await format(content)]);
  formatted.add(content);
}

describe.each(specs.map((spec) => [spec.file, spec] as const))("%s", (_, spec) => {
  const files = renderDeployment(compileAccepted(spec), spec.name);

  test("every file of the configuration is as `terraform fmt` leaves it", async () => {
    for (const { path, content } of files.filter((file) => isConfiguration(file.path))) {
      await expectFormatted(path, content);
    }
  });

  test("every file ends in one line break and has no trailing blanks, tabs or empty lines in a row", () => {
    expect(
      files.flatMap(({ path, content }) => untidinesses(content).map((one) => `${path}: ${one}`)),
    ).toEqual([]);
  });

  test("comments stay within their width", () => {
    const wide = files
      .filter((file) => isConfiguration(file.path))
      .flatMap(({ path, content }) => wideComments(content).map((line) => `${path}: ${line}`));
    expect(wide).toEqual([]);
  });
});

function isConfiguration(path: string): boolean {
  return path.endsWith(".tf") || path.endsWith(".tftest.hcl");
}

function untidinesses(content: string): string[] {
  const patterns = {
    "trailing blank": /[ \t]$/m,
    tab: /\t/,
    "carriage return": /\r/,
    "empty lines": /\n\n\n/,
  };
  const found = Object.entries(patterns).flatMap(([name, pattern]) => (pattern.test(content) ? [name] : []));
  return /[^\n]\n$/.test(content) ? found : [...found, "end"];
}

function wideComments(content: string): string[] {
  return content.split("\n").filter((line) => /^\s*#/.test(line) && line.length > WIDEST_COMMENT);
}

test.each([
  ["a = 1", ["end"]],
  ["a = 1\n\n", ["end"]],
  ["a = 1 \n", ["trailing blank"]],
  ["a = 1\n\n\nb = 2\n", ["empty lines"]],
  ["a\t= 1\r\n", ["tab", "carriage return"]],
])("the untidiness of %j is %j", (content, found) => {
  expect(untidinesses(content)).toEqual(found);
});

test("the formatter is one that changes what is not formatted", async () => {
  expect(await format("a = 1\nlonger = 2\n")).toBe("a      = 1\nlonger = 2\n");
  expect(wideComments(`# ${"x".repeat(139)}\n${"x".repeat(200)}\n`)).toHaveLength(1);
});
