import { elementsOf } from "../../../src/terraform/program-index";
import type { ResourceElement, TerraformProgram } from "../../../src/terraform/program";
import type { Body, BodyItem } from "../../../src/terraform/block";
import { toExpression } from "../../../src/terraform/expression";
import { acceptedSpecs, compileAccepted, exampleSpecs } from "../../support/specs";
import { checkBody } from "../../support/terraform/check-against-schema";
import { googleSchema, newerArguments, withoutNewer } from "../../support/terraform/google-schema";

/*
 * Everything that is written for Google Cloud, held against the provider's own bindings and the table of what is newer
 * than these: no provider of Google is needed for it.
 */

const programs = [...exampleSpecs(), ...acceptedSpecs()].flatMap((spec) => {
  const deployment = compileAccepted(spec);
  if (deployment.providerName !== "google") return [];
  return deployment.programs.map((program) => [`${program.name} (${spec.file})`, program] as const);
});

test.each(programs)("%s says only what the bindings know", (_, program) => {
  expect([...checkProviders(program), ...elementsOf(program).flatMap(checkElement)]).toEqual([]);
});

test("every type that keyspan knows of Google Cloud is written by some spec", () => {
  const written = new Set(programs.flatMap(([, program]) => elementsOf(program).map(typeName)));
  const unwritten = [...googleSchema.keys()].filter((type) => !written.has(type));
  expect(unwritten).toEqual(["provider.google"]);
});

test("what stands in the table of newer arguments is not in the bindings", () => {
  for (const [type, newer] of newerArguments) {
    const known = withoutNewer(type);
    const both = (names: object | undefined, others: object | undefined) =>
      Object.keys(names ?? {}).filter((name) => name in (others ?? {}));
    expect(both(newer.attributes, known.attributes)).toEqual([]);
    for (const [name, { block }] of Object.entries(newer.block_types ?? {}))
      expect(both(block.attributes, known.block_types?.[name]?.block.attributes)).toEqual([]);
  }
});

const text = (name: string): BodyItem => ({ kind: "argument", name, value: toExpression("x") });
const INSTANCE: Body = [
  text("name"),
  text("databaseVersion"),
  { kind: "blocks", name: "settings", isList: false, bodies: [[text("tier")]] },
];

test.each<readonly [string, Body, readonly string[]]>([
  ["nothing wrong", INSTANCE, []],
  [
    "a block taken for an argument",
    [text("databaseVersion"), text("settings")],
    ["instance.settings is a block"],
  ],
  [
    "an argument taken for a block",
    [...INSTANCE, { kind: "blocks", name: "encryptionKeyName", isList: false, bodies: [[]] }],
    ["instance.encryption_key_name is an argument"],
  ],
  ["a name that does not exist", [...INSTANCE, text("kmsKeyId")], ["instance.kms_key_id does not exist"]],
  [
    "a block without what it must have",
    [text("databaseVersion"), { kind: "blocks", name: "settings", isList: false, bodies: [[]] }],
    ["instance.settings lacks tier"],
  ],
  ["a missing argument", INSTANCE.slice(2), ["instance lacks database_version"]],
  [
    "text for a truth value",
    [...INSTANCE, text("deletionProtection")],
    ["instance.deletion_protection is a string, not a bool"],
  ],
  [
    "a newer argument of the wrong type",
    [...INSTANCE, text("rootPasswordWoVersion")],
    ["instance.root_password_wo_version is a string, not a number"],
  ],
  [
    "a block that stands twice",
    [...INSTANCE, { kind: "blocks", name: "replicationCluster", isList: false, bodies: [[], []] }],
    ["instance.replication_cluster stands 2 times"],
  ],
])("a program with %s is told", (_, body, findings) => {
  expect(checkBody("instance", body, schemaOf("google_sql_database_instance"))).toEqual(findings);
});

function checkProviders({ providers }: TerraformProgram): readonly string[] {
  return providers.flatMap(({ name, body }) =>
    checkBody(`provider.${name}`, body, schemaOf("provider.google")),
  );
}

function checkElement(element: ResourceElement): readonly string[] {
  if (element.type === "terraform_remote_state") return [];
  return checkBody(`${element.type}.${element.name}`, element.body, schemaOf(typeName(element)));
}

function typeName({ kind, type }: ResourceElement): string {
  return kind === "data" ? `data.${type}` : type;
}

function schemaOf(type: string) {
  const schema = googleSchema.get(type);
  if (schema === undefined) throw new Error(`there is no schema of ${type}`);
  return schema;
}
