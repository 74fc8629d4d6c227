import { App, TerraformElement } from "cdktf";
import { ProgramStack } from "../../src/cdktf/program-stack";
import type { BodyItem } from "../../src/terraform/block";
import { toSnakeCase } from "../../src/terraform/names";
import { addressOf } from "../../src/terraform/program";
import { elementsOf } from "../../src/terraform/program-index";
import { acceptedDeployments, programsOf } from "../support/terraform/deployments";

/*
 * The style with a `region` argument needs provider 6, which may not be at hand; the bindings are made from the
 * schema of 6.25.0, and say of every argument whether it is a block.
 */

const programs = programsOf(acceptedDeployments()).filter(
  ({ program }) => program.placementStyle === "argument",
);

describe("the style with a region argument", () => {
  it.each(programs)("says only what the bindings of provider 6 know: $title", ({ program }) => {
    const stack = new ProgramStack(new App({ skipValidation: true }), program);
    const bound = new Map(
      stack.node
        .findAll()
        .filter((construct) => construct instanceof TerraformElement)
        .map((element) => [element.node.id, element as unknown as BoundArguments]),
    );
    for (const element of elementsOf(program)) {
      const binding = bound.get(addressOf(element));
      const known = Object.keys(binding?.synthesizeAttributes() ?? {});
      const said = binding?.synthesizeHclAttributes() ?? {};
      const names = element.body.map(({ name }) => toSnakeCase(name));
      expect(known).toEqual(expect.arrayContaining([...names, "region"]));
      expect(said["region"]?.value).toBe(element.region);
      expect(element.body.map((item) => [toSnakeCase(item.name), isBlock(item)])).toEqual(
        names.map((name) => [name, said[name]?.isBlock]),
      );
    }
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
