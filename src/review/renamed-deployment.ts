import { listed } from "../base/text";
import type { DeploymentChange } from "./deployment-changes";

/**
 * What to say of a deployment that has no golden yet, beside other ones that were emitted from a spec of the same file
 * name: it may have been one of them. `folders` are theirs, as they are printed; `source` is the name of the file.
 */
export function renamedDeployment(
  deployment: string,
  folders: readonly string[],
  source: string,
): DeploymentChange {
  const theirs = listed(folders.map((folder) => `\`${folder}\``));
  const [were, make] = folders.length === 1 ? ["was", "makes"] : ["were", "make"];
  return {
    finding: {
      kind: "availability",
      code: "deployment-renamed",
      message: `${theirs} ${were} emitted from \`${source}\`, too. Renamed to ${deployment}, a deployment is another one: all of it is created anew, without data, and what ${theirs} ${make} stays live and has no spec.`,
    },
    migration: {
      title: "Another name of a deployment",
      steps: [
        {
          text: "To keep what is live, give the deployment its former name again: identifiers and the place of the state follow from it.",
        },
        {
          text: "To start another deployment, keep the spec of the former one under another file name until its data has moved; then destroy it as its README says.",
        },
      ],
    },
  };
}
