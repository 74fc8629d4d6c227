import type { SpecPath } from "../../spec/spec-node";
import { formerNames } from "../../spec/former-names";
import { related, type Rule, type RuleContext } from "../rule";

/** A former name: of one thing that stands, and of nothing that the spec still has. */
export const formerNamesRule: Rule = (context) => {
  checkNames(context, "key set", "keys");
  checkNames(context, "database", "databases");
};

function checkNames({ spec, report }: RuleContext, kind: string, field: "keys" | "databases"): void {
  const things: Readonly<Record<string, { readonly renamedFrom?: string | string[] }>> = spec[field] ?? {};
  const owners = new Map<string, string>();
  // In the order of the text: of two that claim a name, the later one is told.
  for (const [name, { renamedFrom }] of Object.entries(things)) {
    const formers = formerNames(renamedFrom);
    formers.forEach((former, index) => {
      const place: SpecPath = [
        ...[field, name, "renamedFrom"],
        ...(typeof renamedFrom === "string" ? [] : [index]),
      ];
      const isLast = index === formers.length - 1;
      const stands = former !== name && Object.hasOwn(things, former);
      if (stands || (isLast && former === name))
        return report(
          "spec/former-name-in-use",
          { kind, name, former },
          place,
          stands ? [related("it stands here", [field, former])] : [],
        );
      const owner = owners.get(former);
      owners.set(former, owner ?? name);
      const isRepeated = formers[index - 1] === former;
      if (isRepeated || (owner !== undefined && owner !== name))
        report(
          "spec/former-name-claimed",
          { kind, former, name, other: owner ?? name },
          place,
          isRepeated ? [] : [related(`"${owner ?? ""}" claims it here`, [field, owner ?? "", "renamedFrom"])],
        );
    });
  }
}
