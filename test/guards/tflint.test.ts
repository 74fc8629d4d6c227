import { basename, dirname } from "node:path/posix";
import { groupBy } from "../../src/base/group-by";
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

/** The files of each root module by their names. */
const modules = groupBy(files, ({ path }) => dirname(path));
const roots = [...modules].filter(([, mine]) => mine.some(({ path }) => basename(path) === "terraform.tf"));

test("terraform_standard_module_structure: every root module has its files, and each block stands in its own", () => {
  const strayed = roots.flatMap(([root, mine]) => {
    const missing = ["main.tf", "variables.tf", "outputs.tf"].filter(
      (name) => !mine.some(({ path }) => basename(path) === name),
    );
    const misplaced = mine.filter(
      ({ path, content }) =>
        (basename(path) !== "variables.tf" && content.includes('\nvariable "')) ||
        (basename(path) !== "outputs.tf" && content.includes('\noutput "')),
    );
    return [...missing.map((name) => `${root}/${name}`), ...misplaced.map(({ path }) => path)];
  });
  expect(strayed).toEqual([]);
  expect(roots.length).toBeGreaterThan(10);
});

test("terraform_unused_required_providers: every provider that is required is configured or used", () => {
  for (const [root, mine] of roots) {
    const text = mine.map(({ content }) => content).join("\n");
    const versions = mine.find(({ path }) => basename(path) === "terraform.tf")?.content ?? "";
    const required = [...versions.matchAll(/^ {4}([\w-]+) = \{$/gm)].map(([, name]) => name ?? "");
    const isUsed = (name: string) =>
      text.includes(`\nprovider "${name}" {`) || text.includes(`\nresource "${name}_`);
    expect([root, required.filter((name) => !isUsed(name))]).toEqual([root, []]);
    expect(["aws", "google"]).toContain(required[0]);
  }
});

function linesLike(form: RegExp): Rule {
  return ({ content }) => content.split("\n").filter((line) => form.test(line));
}

function blocksOf(content: string, keyword: string): readonly string[] {
  return content.split("\n\n").filter((block) => block.includes(`${keyword} "`) && /^\w/.test(block));
}
