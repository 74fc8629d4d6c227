import { goldenFiles } from "../support/golden-modules";

/*
 * The rules of tflint-ruleset-terraform about text and files, preset "all", over every golden; the rules about
 * declarations are among the policy checks.
 * https://github.com/terraform-linters/tflint-ruleset-terraform/tree/main/docs/rules
 */

interface Golden {
  readonly path: string;
  readonly content: string;
}

type Rule = (file: Golden) => readonly string[];

const rules: Readonly<Record<string, Rule>> = {
  terraform_comment_syntax: linesLike(/^\s*(\/\/|\/\*)/),
  terraform_deprecated_index: ({ content }) =>
    linesLike(/\.\d+(\.|\s*$)/)({ path: "", content: content.replace(/"(\\.|[^"\\])*"/g, '""') }),
  terraform_deprecated_interpolation: linesLike(/= "\$\{[^}"]*\}"$/),
  terraform_deprecated_lookup: linesLike(/\blookup\([^,()]*,[^,()]*\)/),
  terraform_empty_list_equality: linesLike(/[!=]= ?\[\]/),
  terraform_json_syntax: ({ path }) => (path.endsWith(".tf.json") ? [path] : []),
  terraform_typed_variables: ({ content }) =>
    blocksOf(content, "variable").filter((block) => !/^ {2}type +=/m.test(block)),
  // No golden calls a module: nothing to pin, to version or to clone.
  terraform_module_pinned_source: linesLike(/^module /),
  terraform_map_duplicate_keys: ({ content }) =>
    [...content.matchAll(/^( +)tags += \{\n([\s\S]*?)^\1\}/gm)].flatMap(([, , tags = ""]) => {
      const keys = [...tags.matchAll(/^ *("[^"]*"|[\w-]+) +=/gm)].map(([, key]) => key ?? "");
      return keys.filter((key, index) => keys.indexOf(key) !== index);
    }),
};

/** For each rule a file that breaks it. */
const broken: Readonly<Record<string, string>> = {
  terraform_comment_syntax: "// a comment\n",
  terraform_deprecated_index: "  value = aws_kms_key.storage.0.arn\n",
  terraform_deprecated_interpolation: '  kms_key_id = "${aws_kms_key.storage.arn}"\n',
  terraform_deprecated_lookup: '  value = lookup(var.keys, "storage")\n',
  terraform_empty_list_equality: "  count = var.names == [] ? 0 : 1\n",
  terraform_json_syntax: "{}",
  terraform_typed_variables: 'variable "password" {\n  description = "A password."\n}\n',
  terraform_module_pinned_source: 'module "keys" {\n  source = "./keys"\n}\n',
  terraform_map_duplicate_keys: "  tags = {\n    team = 1\n    team = 2\n  }\n",
};

const files = goldenFiles().filter(({ path }) => /\.tf(\.json)?$/.test(path));

test("there are golden files", () => {
  expect(files.length).toBeGreaterThan(50);
});

test.each(Object.entries(rules))("%s", (_, rule) => {
  const findings = files.flatMap((file) => rule(file).map((finding) => `${file.path}: ${finding}`));
  expect(findings).toEqual([]);
});

test.each(Object.entries(rules))("%s finds its fault", (name, rule) => {
  const path = name === "terraform_json_syntax" ? "a.tf.json" : "a.tf";
  expect(rule({ path, content: broken[name] ?? "" })).toHaveLength(1);
});

test("terraform_standard_module_structure: every root module has its files, and each block stands in its own", () => {
  const roots = files.filter(({ path }) => path.endsWith("/terraform.tf"));
  for (const { path } of roots) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    const mine = files.filter((file) => file.path.startsWith(`${folder}/`));
    const names = mine.map((file) => file.path.slice(folder.length + 1));
    expect(names).toEqual(expect.arrayContaining(["main.tf", "variables.tf", "outputs.tf"]));
    for (const file of mine) {
      const name = file.path.slice(folder.length + 1);
      expect([path, name, name !== "variables.tf" && file.content.includes('\nvariable "')]).toEqual([
        path,
        name,
        false,
      ]);
      expect([path, name, name !== "outputs.tf" && file.content.includes('\noutput "')]).toEqual([
        path,
        name,
        false,
      ]);
    }
  }
});

test("terraform_unused_required_providers: every provider that is required is configured and used", () => {
  for (const { path, content } of files.filter((file) => file.path.endsWith("/terraform.tf"))) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    const required = [...content.matchAll(/^ {4}(\w+) = \{$/gm)].map(([, name]) => name ?? "");
    const text = files
      .filter((file) => file.path.startsWith(`${folder}/`))
      .map((file) => file.content)
      .join("\n");
    expect([path, required.filter((name) => !text.includes(`\nprovider "${name}" {`))]).toEqual([path, []]);
    expect(required).not.toEqual([]);
  }
});

function linesLike(form: RegExp): Rule {
  return ({ content }) => content.split("\n").filter((line) => form.test(line));
}

function blocksOf(content: string, keyword: string): readonly string[] {
  return content.split("\n\n").filter((block) => block.includes(`${keyword} "`) && /^\w/.test(block));
}
