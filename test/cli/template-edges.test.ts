import * as fs from "node:fs";
import * as path from "node:path";
import { emitted, emitWith, folder, read, SPEC } from "../support/template-runs";

/* What templates may do beside printing the blocks of their file, and where levels, items and names end. */

test("blocks without a name, and other providers, may stand beside those of the deployment", async () => {
  const spec = path.join(folder, "renamed.yaml");
  const text = fs.readFileSync(SPEC, "utf8").replace(/^ {2}ledger:$/m, "  ledger:\n    renamedFrom: books");
  fs.writeFileSync(spec, text);
  const own = `moved {
  from = aws_sns_topic.a
  to   = aws_sns_topic.b
}

terraform {
  experiments = []
}

provider "aws" {
  alias  = "house"
  region = "eu-north-1"
}
`;
  const { found } = await emitWith({ "house.tf.hbs": own }, spec);
  expect(found).toEqual([]);
  expect(read("orders/house.tf")).toBe(own);
  const again = await emitWith(
    { "house.tf.hbs": '{{#each module.blocks}}{{#if (eq keyword "moved")}}{{> block}}\n{{/if}}{{/each}}' },
    spec,
  );
  expect(again.found).toEqual([expect.stringMatching(/house\.tf\.hbs:1:1: moved .*is there more than once/)]);
});

test("`..` is the level above, also of a value that stands in itself", async () => {
  const { found } = await emitWith({
    "with.txt.hbs": "{{#with this}}{{#with module}}{{../path}} {{../../path}}{{/with}}{{/with}}",
    "each.txt.hbs":
      "{{#each module.files.[0].blocks}}{{#each ../module.files.[0].blocks}}{{#if (eq ../text text)}}{{../../path}}{{/if}}{{/each}}{{/each}}",
    "labels.txt.hbs":
      '{{#with module.files.[1].blocks.[0]}}{{#each labels}}{{#each ../labels}}{{#if (eq this "aws")}}{{this}}={{../this}} {{../../keyword}}{{/if}}{{/each}}{{/each}}{{/with}}',
  });
  expect(found).toEqual([]);
  expect(read("orders/with.txt")).toBe("orders/with.txt orders/with.txt");
  expect(read("orders/each.txt")).toBe("orders/each.txt");
  expect(read("orders/labels.txt")).toBe("aws=aws provider");
});

test("an item that a list does not have is empty", async () => {
  const absent = "module.blocks.[999]";
  const { found } = await emitWith({
    "_own.hbs": "{{text}}{{#each labels}}{{this}}{{/each}}",
    "absent.txt.hbs": [
      `{{#each module.blocks}}{{labels.[9]}}{{/each}}{{${absent}.text}}{{#each ${absent}.labels}}no{{else}}1{{/each}}`,
      `{{#with ${absent}}}no{{else}}2{{/with}}{{> block ${absent}}}{{> block ${absent} comment="3"}}{{> own ${absent}}}`,
    ].join(""),
  });
  expect(found).toEqual([]);
  expect(read("orders/absent.txt")).toBe("12\n# 3\n\n");
});

describe("a template is refused", () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      "that makes a file where a folder is",
      { "tests.hbs": "x\n", "a.hbs": "x\n", "a/b.hbs": "x\n", "keys.tf/a.hbs": "x\n" },
      [
        "templates/name-taken a.hbs:1:1: orders/a would be a file and a folder at once",
        "templates/name-taken keys.tf/a.hbs:1:1: orders/keys.tf would be a file and a folder at once",
        "templates/name-taken tests.hbs:1:1: orders/tests would be a file and a folder at once",
      ],
    ],
    [
      "that names no file",
      { "...hbs": "x\n", "..hbs": "x\n", ".hbs": "x\n", "a/.hbs": "x\n" },
      ["...hbs", "..hbs", ".hbs", "a/.hbs"].map(
        (name) =>
          `templates/unsupported ${name}:1:1: a template is called like the file that it makes, with .hbs after it`,
      ),
    ],
    [
      "that puts blocks where Terraform does not read them",
      {
        "moved.txt.hbs": "x\n",
        "variables.tf.hbs": "",
        "sub/variables.tf.hbs":
          '{{#each module.blocks}}{{#if (eq keyword "variable")}}\n{{> block}}\n{{/if}}{{/each}}',
      },
      [
        expect.stringContaining(
          "variable.ledger_master_password (and 1 more) is missing in orders/variables.tf",
        ) as string,
      ],
    ],
    [
      "that ends in the middle of a comment",
      { "keys.tf.hbs": "a\n{{!-- foo \n" },
      ["templates/syntax keys.tf.hbs:2:1: this is no text, and no tag that ends"],
    ],
    [
      "that reaches above what it is given",
      { "keys.tf.hbs": "{{../path}}{{../../path}}{{#with module as |one two|}}{{two}}{{/with}}" },
      [
        "templates/unsupported keys.tf.hbs:1:3: nothing is one level above",
        "templates/unsupported keys.tf.hbs:1:14: nothing is 2 levels above",
        expect.stringContaining('keys.tf.hbs:1:57: there is no name "two"') as string,
      ],
    ],
  ])("%s", async (_, templates, expected) => {
    const { exitCode, found } = await emitWith(templates);
    expect(found).toEqual(expected);
    expect(exitCode).toBe(1);
    expect(emitted()).toEqual([]);
  });
});
