import type { ResourceElement, TerraformProgram } from "../../src/terraform/program";
import { elementsOf } from "../../src/terraform/program-index";
import { checkBody } from "../support/terraform/check-against-schema";
import { awsPrograms, canLoad } from "../support/terraform/deployments";
import { readProviderSchema, type ProviderSchema } from "../support/terraform/provider-schema";

let schema: ProviderSchema;

beforeAll(async () => {
  schema = await readProviderSchema();
});

/** Data sources of Terraform itself are no provider's. */
const OWN_TYPES = ["terraform_remote_state"];

/** What needs a newer provider is held against its bindings. */
const programs = awsPrograms().filter(({ program }) => canLoad(program));

describe("the schema of the real provider", () => {
  it.each(programs)("knows everything that $title says", ({ program }) => {
    expect([...checkProviders(program), ...elementsOf(program).flatMap(checkElement)]).toEqual([]);
  });

  it("finds a block taken for an argument, an unknown name, a computed and a missing argument", () => {
    const block = schema.resource_schemas["aws_kms_grant"]?.block ?? {};
    const value = { kind: "literal", value: "x" } as never;
    const found = checkBody(
      "grant",
      [
        { kind: "argument", name: "constraints", value },
        { kind: "argument", name: "keyArn", value },
        { kind: "argument", name: "grantToken", value },
        { kind: "blocks", name: "keyId", bodies: [[]], isList: false },
      ],
      block,
    );
    expect(found).toEqual([
      "grant lacks grantee_principal",
      "grant lacks operations",
      "grant.constraints is a block",
      "grant.key_arn does not exist",
      "grant.grant_token is computed",
      "grant.key_id is an argument",
    ]);
  });
});

function checkProviders(program: TerraformProgram): readonly string[] {
  return program.providers.flatMap(({ name, body }) =>
    checkBody(`provider.${name}`, body, schema.provider.block),
  );
}

function checkElement({ kind, type, name, body }: ResourceElement): readonly string[] {
  if (OWN_TYPES.includes(type)) return [];
  const schemas = kind === "data" ? schema.data_source_schemas : schema.resource_schemas;
  const known = schemas[type];
  return known === undefined ? [`${type} does not exist`] : checkBody(`${type}.${name}`, body, known.block);
}
