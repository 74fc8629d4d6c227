import { sortedUnique } from "../../../../base/ordering";
import type { Companion } from "../../../../terraform/companion";
import type { ResourceElement, TerraformProgram } from "../../../../terraform/program";
import { elementsOf } from "../../../../terraform/program-index";
import { textArgument } from "../../../common/companions/text-argument";
import type { LoweringRequest } from "../../../provider";
import { vpcProjectOf } from "../../lowering/network";
import { deletionOfRoot, ofNetwork, permissions, type TypePermissions } from "./permissions";
import { KEY_ROLE_FILE, NETWORK_ROLE_FILE, ROLE_FILE } from "./role-names";

/** A custom role: the file that describes it, and the project that it is a role of. */
export interface DeployerRole {
  readonly file: string;
  readonly project: string;
  readonly permissions: readonly string[];
}

/**
 * The custom roles that are needed to apply a root module, and nothing more: one for the deployment's project, and one
 * for each other one that the keys or the network are of. What is protected cannot be deleted with them.
 */
export function deployerRoles(
  { provider }: LoweringRequest,
  program: TerraformProgram,
): readonly DeployerRole[] {
  const own = provider.project ?? "";
  const needs = [
    { file: ROLE_FILE, project: own, permissions: neededBy(program, "databases") },
    { file: KEY_ROLE_FILE, project: provider.keyProject ?? own, permissions: neededBy(program, "keys") },
    {
      file: NETWORK_ROLE_FILE,
      project: vpcProjectOf(provider) ?? own,
      permissions: neededOfNetwork(program),
    },
  ];
  const projects = sortedUnique(needs.map(({ project }) => project));
  const roles = projects.map((project) => {
    const here = needs.filter((one) => one.project === project);
    const all = sortedUnique(here.flatMap((one) => one.permissions));
    return { file: here[0]?.file ?? ROLE_FILE, project, permissions: all };
  });
  return needs.flatMap(({ file }) =>
    roles.filter((role) => role.file === file && role.permissions.length > 0),
  );
}

/** The roles, as files of a root module. */
export function roleFiles(request: LoweringRequest, program: TerraformProgram): readonly Companion[] {
  return deployerRoles(request, program).map(({ file, permissions: included }) => ({
    kind: "document",
    format: "yaml",
    path: `${program.folder}/${file}`,
    value: {
      title: `keyspan ${program.name}`,
      description: `What applying ${program.name} needs; what is protected cannot be deleted with it.`,
      stage: "GA",
      includedPermissions: included,
    },
  }));
}

function knownOf(element: ResourceElement): TypePermissions | undefined {
  return permissions[element.kind === "data" ? `data.${element.type}` : element.type];
}

function neededOfNetwork(program: TerraformProgram): readonly string[] {
  return elementsOf(program).some((element) => knownOf(element)?.isInNetwork === true) ? ofNetwork : [];
}

/** What would delete something that is not protected, and something that is as well. */
export function withheldDeletions(program: TerraformProgram): readonly string[] {
  const resources = elementsOf(program).filter(({ kind }) => kind === "resource");
  const byProtection = (isWanted: boolean) =>
    resources.filter(({ lifecycle }) => (lifecycle.preventDestroy === true) === isWanted);
  const held = new Set(byProtection(true).map(({ type }) => type));
  const given = [...neededBy(program, "databases"), ...neededBy(program, "keys")];
  return byProtection(false)
    .filter((one) => held.has(one.type) && !isReadPool(one))
    .flatMap((one) => knownOf(one)?.whenUnprotected ?? [])
    .filter((permission) => !given.includes(permission));
}

function neededBy(program: TerraformProgram, owner: TypePermissions["owner"]): readonly string[] {
  const elements = elementsOf(program);
  // A permission is for every resource of its type: one that is protected keeps it out.
  const isProtected = (type: string) =>
    elements.some((one) => one.type === type && one.lifecycle.preventDestroy === true);
  return elements.flatMap((element) => {
    const known = knownOf(element);
    if (known?.owner !== owner) return [];
    return [
      ...known.always,
      ...(isProtected(element.type) ? [] : known.whenUnprotected),
      ...(isMysql(element) ? deletionOfRoot : []),
    ];
  });
}

/** A read pool beside the primary instance of a cluster: it holds no data, and is not protected. */
export function isReadPool({ type, name }: ResourceElement): boolean {
  return type === "google_alloydb_instance" && name.endsWith("_read");
}

function isMysql(element: ResourceElement): boolean {
  return (textArgument(element, "databaseVersion") ?? "").startsWith("MYSQL");
}
