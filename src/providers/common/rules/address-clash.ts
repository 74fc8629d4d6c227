import type { RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";

/** A resource whose name in Terraform has a part that the user chooses freely. */
export interface NamedResource {
  readonly address: string;
  /** For people. */
  readonly what: string;
  /** Where the spec names it. */
  readonly path: SpecPath;
}

/** Reports resources that would have the address of another one; the later one is told. */
export function reportAddressClashes({ report }: RuleContext, resources: readonly NamedResource[]): void {
  const owners = new Map<string, NamedResource>();
  for (const one of resources) {
    const owner = owners.get(one.address);
    if (owner === undefined) owners.set(one.address, one);
    else {
      report("terraform/address-clash", { what: one.what, address: one.address }, one.path, [
        { message: `${owner.what} has it`, path: owner.path, part: "value" },
      ]);
    }
  }
}
