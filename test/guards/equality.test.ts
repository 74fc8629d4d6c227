import { renderDeployment } from "../../src/render";
import { bothForms } from "../support/both-forms";
import { readHcl, readModule } from "../support/terraform-module";
import { acceptedSpecs, compileAccepted, exampleSpecs, variantsOf } from "../support/specs";

/*
 * The plain files and what cdktf synthesizes are the same deployment: the same addresses, arguments, references,
 * backends, variables and outputs. What is taken for the same is said in test/support/terraform-module.ts.
 */

const written = [...exampleSpecs(), ...acceptedSpecs()];
const specs = [...written, ...written.flatMap(variantsOf)];

test.each(specs.map((spec) => [spec.file, spec] as const))(
  "%s is one deployment in both forms",
  async (_, spec) => {
    const deployment = compileAccepted(spec);
    const forms = await bothForms(deployment, renderDeployment(deployment, spec.name));
    for (const [stack, { plain, synthesized }] of forms) {
      expect([stack, [...plain.keys()].sort()]).toEqual([stack, [...synthesized.keys()].sort()]);
      for (const [address, entry] of plain) {
        expect([stack, address, entry]).toStrictEqual([stack, address, synthesized.get(address)]);
      }
    }
  },
);

/** A plain file, the JSON that says the same, and a JSON that says something else. */
const PAIRS: readonly (readonly [string, unknown, unknown])[] = [
  [
    'resource "a" "b" {\n  n = 1\n}',
    { resource: { a: { b: { n: 1, "//": "a comment" } } } },
    { resource: { a: { b: { n: "1" } } } },
  ],
  [
    'resource "a" "b" {\n  provider = p.west\n  depends_on = [a.c]\n}',
    { resource: { a: { b: { provider: "p.west", depends_on: ["a.c"] } } } },
    { resource: { a: { b: { provider: "p.east", depends_on: ["a.c"] } } } },
  ],
  [
    'resource "a" "b" {\n  lifecycle {\n    ignore_changes = [x, y]\n  }\n}',
    { resource: { a: { b: { lifecycle: { ignore_changes: ["x", "y"] } } } } },
    { resource: { a: { b: { lifecycle: { ignore_changes: ["y"] } } } } },
  ],
  [
    'output "o" {\n  value = jsonencode({\n    "a:b" = ["x", c.d]\n  })\n}',
    { output: { o: { value: '${jsonencode({ "a:b" = [ "x", c.d, ] })}' } } },
    { output: { o: { value: '${jsonencode({ "a:b" = ["x", "c.d"] })}' } } },
  ],
  [
    'output "o" {\n  value = "a $${b} ${c.d}"\n}',
    { output: { o: { value: '${"a "}$${b} ${c.d}' } } },
    { output: { o: { value: "a ${b} ${c.d}" } } },
  ],
  [
    'variable "v" {\n  type = string\n  default = null\n}',
    { variable: { v: [{ type: "string", default: null }] } },
    { variable: { v: [{ type: "string" }] } },
  ],
  [
    'provider "p" {\n  region = "a"\n}\n\nprovider "p" {\n  alias = "b"\n}',
    { provider: { p: [{ alias: "b" }, { region: "a" }] } },
    { provider: { p: [{ alias: "b" }] } },
  ],
];

test.each(PAIRS)(
  "%s: the comparison takes for the same what is, and nothing else",
  async (plain, same, other) => {
    expect(await readHcl([plain])).toStrictEqual(readModule(same));
    expect(await readHcl([plain])).not.toStrictEqual(readModule(other));
  },
);
