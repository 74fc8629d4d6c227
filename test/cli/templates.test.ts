import * as fs from "node:fs";
import * as path from "node:path";
import { ROOT } from "../support/repository";
import { emitted, emitWith, folder, read, run, SPEC } from "../support/template-runs";

/* The user's own templates, from the command line to the files. */

const example = (name: string) => path.join(ROOT, "examples/templates", name);

test("text of a spec that looks like a template is text, under templates of one's own too", async () => {
  const poison = "{{source}} {{{path}}} {{#each blocks}} {{> header}} {{lookup . 0}}";
  const spec = path.join(folder, "spec.yaml");
  const poisoned = fs
    .readFileSync(SPEC, "utf8")
    .replace(/^( *)strategy: /m, (line, indent: string) => `${indent}description: "${poison}"\n${line}`);
  expect(poisoned).toContain(poison);
  fs.writeFileSync(spec, poisoned);
  expect(await run("emit", example("house-header"), spec)).toMatchObject({ exitCode: 0, found: [] });
  const keys = emitted().filter((file) => file.endsWith("keys.tf"));
  expect(keys.map((file) => read(file)).join("")).toContain(poison);
});

test("the example house-header changes the head of every file of configuration, and nothing else", async () => {
  expect(await run("emit", example("house-header"))).toMatchObject({ exitCode: 0, found: [] });
  const files = emitted().filter((file) => file.endsWith(".tf"));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const [first = "", second, ...rest] = read(file).split("\n");
    expect(second).toBe("# Owner: team payments. Changes: https://wiki.example.com/terraform");
    expect([first, ...rest].join("\n")).toBe(fs.readFileSync(path.join(ROOT, "out", file), "utf8"));
  }
  expect(await run("check", example("house-header"))).toMatchObject({ exitCode: 0, found: [] });
});

test.each(["examples/aurora-global-per-region-keys.yaml", "examples/cloud-sql-postgres-dr-replica.yaml"])(
  "documents stay what they are, which no template lays out: %s",
  async (spec) => {
    const { exitCode } = await run(
      "emit",
      path.join(ROOT, "examples/templates/house-header"),
      path.join(ROOT, spec),
    );
    expect(exitCode).toBe(0);
    const documents = emitted().filter(
      (file) => /\.(json|yaml)$/.test(file) && !file.endsWith(".keyspan.json"),
    );
    expect(documents).not.toEqual([]);
    for (const file of documents)
      expect(read(file)).toBe(fs.readFileSync(path.join(ROOT, "out", file), "utf8"));
  },
);

test("the example one-file puts all resources into one file, and the others are not made", async () => {
  expect(await run("emit", example("one-file"))).toMatchObject({ exitCode: 0, found: [] });
  expect(emitted().filter((file) => file.endsWith(".tf"))).toEqual(
    ["outputs", "providers", "resources", "terraform", "variables"].map((name) => `orders/${name}.tf`),
  );
  const text = read("orders/resources.tf");
  for (const name of ["keys", "ledger", "main", "monitoring"]) {
    const standard = fs.readFileSync(path.join(ROOT, `out/orders/${name}.tf`), "utf8");
    expect(text).toContain(standard.slice(standard.indexOf("\n")).trimEnd());
  }
});

test("the example inventory adds a file to every root module", async () => {
  const spec = path.join(ROOT, "examples/db2-regional.yaml");
  expect(await run("emit", example("inventory"), spec)).toMatchObject({ exitCode: 0, found: [] });
  const files = emitted().filter((file) => file.endsWith("INVENTORY.md"));
  expect(files).toContain("core/core-keys-eu-west-1/INVENTORY.md");
  const text = read("core/core-keys-eu-west-1/INVENTORY.md");
  expect(text).toMatch(/^# What core-keys-eu-west-1 creates\n- `aws_kms_key\.\w+` in core\/.*\/keys\.tf: /);
});

test("a template that is called like a file goes before the one for files of its kind", async () => {
  const body = "\n{{#each blocks}}\n\n{{> block}}\n{{/each}}\n";
  const { found } = await emitWith({
    "ledger.tf.hbs": `# the ledger${body}`,
    "database.tf.hbs": `# a database${body}`,
    "tests/notes.txt.hbs": "{{path}}\n",
  });
  expect(found).toEqual([]);
  expect(read("orders/ledger.tf")).toMatch(/^# the ledger\n/);
  expect(read("orders/tests/notes.txt")).toBe("orders/tests/notes.txt\n");
});

test("blocks of your own may stand beside those of the deployment", async () => {
  const { found } = await emitWith({ "house.tf.hbs": 'locals {\n  owner = "payments"\n}\n' });
  expect(found).toEqual([]);
  expect(read("orders/house.tf")).toBe('locals {\n  owner = "payments"\n}\n');
});

const BLOCKS = "{{#each blocks}}\n{{> block}}\n{{/each}}\n";

describe("a template is refused", () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      "that names what there is not",
      { "keys.tf.hbs": "{{> header}}\n{{sorce}}\n" },
      [
        'templates/unknown-name keys.tf.hbs:2:3: there is no name "sorce" here; there is "source", "path", "blocks" and "module"',
      ],
    ],
    [
      "that names it in a loop, above one, or by a name of the loop",
      { "keys.tf.hbs": "{{#each blocks as |b|}}{{b.txt}}{{../pth}}{{@indx}}{{/each}}{{@index}}" },
      [
        'templates/unknown-name keys.tf.hbs:1:26: there is no name "txt" here; there is "keyword", "labels", "comment" and "text"',
        'templates/unknown-name keys.tf.hbs:1:35: there is no name "pth" here; there is "source", "path", "blocks", "module" and "b"',
        'templates/unknown-name keys.tf.hbs:1:45: there is no name "@indx" here; there is "@first", "@index", "@last" and "@root"',
        'templates/unknown-name keys.tf.hbs:1:63: there is no name "@index" here; there is "@root"',
      ],
    ],
    [
      "that names what is in a condition only",
      { "keys.tf.hbs": "{{#if owner}}{{else unless path}}{{ownr}}{{/if}}" },
      ["owner", "ownr"].map((name) => expect.stringContaining(`no name "${name}"`) as string),
    ],
    [
      "that reaches for what every object of the machine has",
      {
        "keys.tf.hbs":
          "{{constructor.name}}{{blocks.constructor}}{{__proto__}}{{#with module}}{{toString}}{{/with}}",
      },
      ["constructor", "blocks.constructor".slice(0), "__proto__", "toString"].map(
        (name) => expect.stringContaining(`no name "${name}"`) as string,
      ),
    ],
    [
      "that calls a helper that there is not",
      { "keys.tf.hbs": '{{log path}}{{lookup blocks 0}}{{#blocks}}{{/blocks}}{{#if (or path "x")}}{{/if}}' },
      ["log", "lookup", "blocks", "or"].map(
        (name) => expect.stringContaining(`no helper "${name}"`) as string,
      ),
    ],
    [
      "that calls a partial that there is not",
      { "keys.tf.hbs": "{{> heder}}\n" },
      [
        'templates/unknown-name keys.tf.hbs:1:5: there is no partial "heder" here; there is "block" and "header"',
      ],
    ],
    [
      "whose partial names what its caller does not have",
      { "_line.hbs": "{{keyword}}", "keys.tf.hbs": "{{> line}}", "README.md.hbs": "{{> header}}{{path}}" },
      [
        expect.stringContaining('README.md.hbs:1:15: there is no name "path"') as string,
        expect.stringContaining('_line.hbs:1:3: there is no name "keyword"') as string,
      ],
    ],
    [
      "that prints what is no text, or loops over what is no list",
      { "keys.tf.hbs": "{{blocks}}{{#each path}}{{/each}}{{#with blocks}}{{/with}}{{eq path blocks}}" },
      [
        "templates/unsupported keys.tf.hbs:1:1: a list cannot be printed: print its parts",
        'templates/unsupported keys.tf.hbs:1:19: "each" takes a list, and this is a text',
        'templates/unsupported keys.tf.hbs:1:42: "with" takes a record, and this is a list',
        'templates/unsupported keys.tf.hbs:1:61: "eq" compares two texts',
      ],
    ],
    [
      "that uses what lies outside this language",
      { "keys.tf.hbs": '{{> (eq path "x")}}{{#> header}}{{/header}}{{#*inline "x"}}{{/inline}}{{"path"}}' },
      Array.from({ length: 4 }, () => expect.stringMatching(/^templates\/unsupported keys/) as string),
    ],
    [
      "that calls itself",
      { "_a.hbs": "{{> b}}", "_b.hbs": "{{> a}}", "keys.tf.hbs": "{{> a}}" },
      ['templates/unsupported _b.hbs:1:1: partial "a" calls itself'],
    ],
    [
      "that Handlebars cannot read",
      { "keys.tf.hbs": "one\n{{#if path}}\n{{/each}}\n", "_x.hbs": "a\n{{path\n" },
      [
        expect.stringMatching(/^templates\/syntax _x\.hbs:2:1: expecting /) as string,
        "templates/syntax keys.tf.hbs:2:4: if doesn't match each",
      ],
    ],
    [
      "whose output Terraform cannot read",
      { "keys.tf.hbs": `${BLOCKS}\nresource "a" {\n` },
      [expect.stringContaining("templates/invalid-output keys.tf.hbs:1:1: orders/keys.tf is no") as string],
    ],
    [
      "that loses blocks",
      { "variables.tf.hbs": "{{> header}}\n" },
      [
        "templates/blocks-differ variables.tf.hbs:1:1: variable.ledger_master_password (and 1 more) is missing in orders/variables.tf",
      ],
    ],
    [
      "that prints blocks a second time",
      { "again.tf.hbs": "{{#each module.files.[2].blocks}}{{#if @first}}{{> block}}{{/if}}{{/each}}\n" },
      [
        "templates/blocks-differ again.tf.hbs:1:1: aws_db_subnet_group.databases_us_east_1 is there more than once in orders/again.tf",
      ],
    ],
    [
      "that changes blocks",
      { "terraform.tf.hbs": 'terraform {\n  required_version = ">= 1.0.0"\n}\n' },
      ["templates/blocks-differ terraform.tf.hbs:1:1: terraform is changed in orders/terraform.tf"],
    ],
    [
      "that is called like a file which no template lays out",
      { ".keyspan.json.hbs": "{}\n" },
      [
        "templates/name-taken .keyspan.json.hbs:1:1: orders/.keyspan.json is made by keyspan and is not laid out by a template",
      ],
    ],
    [
      "that makes configuration in Terraform's other form, which could say anything of the blocks",
      {
        "house.tf.json.hbs": '{"resource": {"aws_kms_key": {"storage_us_east_1": {"is_enabled": false}}}}\n',
      },
      [
        "templates/json-configuration house.tf.json.hbs:1:1: orders/house.tf.json would be configuration in Terraform's JSON, which is not read back",
      ],
    ],
  ])("%s", async (_, templates, expected) => {
    const { exitCode, found } = await emitWith(templates);
    expect(found).toEqual(expected);
    expect(exitCode).toBe(1);
    expect(emitted()).toEqual([]);
  });

  test("when there is none", async () => {
    fs.mkdirSync(path.join(folder, "empty"));
    expect(await run("emit", path.join(folder, "empty"))).toMatchObject({
      exitCode: 1,
      found: [
        "templates/unreadable :1:1: there is no folder here that holds a template, a file that ends in .hbs",
      ],
    });
    const { found } = await run("check", path.join(folder, "nowhere"));
    expect(found).toEqual([expect.stringMatching(/^templates\/unreadable/)]);
  });
});
