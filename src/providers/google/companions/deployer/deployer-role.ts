import { sortedUnique } from "../../../../base/ordering";
import type { Companion } from "../../../../terraform/companion";
import type { ResourceElement, TerraformProgram } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import { textArgument } from "../../../common/companions/text-argument";
import type { LoweringRequest } from "../../../provider";
import { deletionOfRoot, permissions } from "./permissions";
import { KEY_ROLE_FILE, ROLE_FILE } from "./role-names";

/**
 * The custom roles that are needed to apply a root module, and nothing more: one for the deployment's project, and one
 * for that of the keys where it is another. What is protected cannot be deleted with them.
 */
export function deployerRoles(
  { provider }: LoweringRequest,
  program: TerraformProgram,
): readonly Companion[] {
  const isSplit = provider.keyProject !== undefined && provider.keyProject !== provider.project;
  const ofKeys = neededBy(program, true);
  const others = neededBy(program, false);
  const role = (file: string, needed: readonly string[]): readonly Companion[] =>
    needed.length === 0
      ? []
      : [
          {
            kind: "document",
            format: "yaml",
            path: `${program.folder}/${file}`,
            value: {
              title: `keyspan ${program.name}`,
              description: `What applying ${program.name} needs; what is protected cannot be deleted with it.`,
              stage: "GA",
              includedPermissions: sortedUnique(needed),
            },
          },
        ];
  return isSplit
    ? [...role(ROLE_FILE, others), ...role(KEY_ROLE_FILE, ofKeys)]
    : role(ROLE_FILE, [...others, ...ofKeys]);
}

function neededBy(program: TerraformProgram, isOfKeys: boolean): readonly string[] {
  const elements = elementsOf(program);
  // A permission is for every resource of its type: one that is protected keeps it out.
  const isProtected = (type: string) =>
    elements.some((one) => one.type === type && one.lifecycle.preventDestroy === true);
  return elements.flatMap((element) => {
    const known = permissions[element.kind === "data" ? `data.${element.type}` : element.type];
    if (known?.isOfKeys !== isOfKeys) return [];
    return [
      ...known.always,
      ...(isProtected(element.type) ? [] : known.whenUnprotected),
      ...(isMysql(element) ? deletionOfRoot : []),
    ];
  });
}

function isMysql(element: ResourceElement): boolean {
  return (textArgument(element, "databaseVersion") ?? "").startsWith("MYSQL");
}
