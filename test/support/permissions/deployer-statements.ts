import type { Companion } from "../../../src/terraform/companion";
import type { IamPolicy } from "./iam-policy";

/** The emitted policies of the root module in a folder, in their order; none where nothing asks for a permission. */
export function deployerDocuments(companions: Iterable<Companion>, folder: string): readonly IamPolicy[] {
  return [...companions].flatMap((companion) =>
    companion.kind === "document" && isPolicyIn(companion.path, folder)
      ? [companion.value as unknown as IamPolicy]
      : [],
  );
}

/** They are attached to one role, which may do what any of them says. */
export function deployerPolicyIn(companions: Iterable<Companion>, folder: string): IamPolicy {
  return { Statement: deployerDocuments(companions, folder).flatMap(({ Statement }) => Statement) };
}

function isPolicyIn(path: string, folder: string): boolean {
  return (
    path.startsWith(`${folder}/`) && /^deployer-policy(-\d+)?\.json$/.test(path.slice(folder.length + 1))
  );
}
