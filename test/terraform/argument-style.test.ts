import { App, TerraformElement } from "cdktf";
import { ProgramStack } from "../../src/cdktf/program-stack";
import type { BodyItem } from "../../src/terraform/block";
import { toSnakeCase } from "../../src/terraform/names";
import { addressOf } from "../../src/terraform/program";
import { elementsOf } from "../../src/terraform/program-index";
import { admitsProvider5, awsPrograms } from "../support/terraform/deployments";

/*
 * What needs provider 6, which may not be at hand: the style with a `region` argument, and arguments that came with it.
 * The bindings are made from the schema of 6.25.0, and say of every argument whether it is a block.
 */

const programs = awsPrograms().filter(({ program }) => !admitsProvider5(program));

/** Data sources of Terraform itself are no provider's. */
const OWN_TYPES = ["terraform_remote_state"];

describe("a root module that needs provider 6", () => {
  it.each(programs)("says only what its bindings know: $title", ({ program }) => {
    const stack = new ProgramStack(new App({ skipValidation: true }), program);
    const bound = new Map(
      stack.node
        .findAll()
        .filter((construct) => construct instanceof TerraformElement)
        .map((element) => [element.node.id, element as unknown as BoundArguments]),
    );
    for (const element of elementsOf(program).filter(({ type }) => !OWN_TYPES.includes(type))) {
      const binding = bound.get(addressOf(element));
      const known = Object.keys(binding?.synthesizeAttributes() ?? {});
      const said = binding?.synthesizeHclAttributes() ?? {};
      const names = element.body.map(({ name }) => toSnakeCase(name));
      expect(known).toEqual(expect.arrayContaining(names));
      // Resources of IAM are in no Region, and have no such argument.
      const isRegional = program.placementStyle === "argument" && known.includes("region");
      expect(said["region"]?.value).toBe(isRegional ? element.region : undefined);
      expect(element.body.map((item) => [toSnakeCase(item.name), isBlock(item)])).toEqual(
        names.map((name) => [name, said[name]?.isBlock]),
      );
    }
  });

  it("is there for keys, aliases and databases, so that the above says something", () => {
    const types = new Set(
      programs
        .filter(({ program }) => program.placementStyle === "argument")
        .flatMap(({ program }) => elementsOf(program).map(({ type }) => type)),
    );
    expect([...types]).toEqual(expect.arrayContaining(["aws_kms_key", "aws_kms_alias", "aws_db_instance"]));
  });
});

/** What the classes of the bindings know of their arguments. */
interface BoundArguments {
  synthesizeAttributes(): Readonly<Record<string, unknown>>;
  synthesizeHclAttributes(): Readonly<Record<string, { readonly value: unknown; readonly isBlock: boolean }>>;
}

function isBlock({ kind }: BodyItem): boolean {
  return kind === "blocks";
}
