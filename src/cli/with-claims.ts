import { sortedUnique } from "../base/ordering";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { createSourceFile } from "../diagnostics/source-file";
import { claimFolder, type ClaimResult } from "./claim-folder";
import { diskDiagnostic } from "./disk-diagnostic";
import type { Host } from "./host";

/**
 * Does something while no other run writes in these folders, and answers what there is to say of it; or why it was
 * not done. Folders are claimed in one order by all, so that no two runs wait for each other.
 */
export async function withClaims(
  host: Host,
  folders: readonly string[],
  act: () => Promise<readonly Diagnostic[]>,
): Promise<readonly Diagnostic[]> {
  const releases: (() => void)[] = [];
  const found = await whatIsFound(async () => {
    for (const folder of sortedUnique(folders)) {
      const result = await claimFolder(host, folder);
      if (result.kind === "taken") return [aboutClaim(result)];
      releases.push(result.release);
    }
    return act();
  });
  const released = releases.map((release) =>
    whatIsFound(() => {
      release();
      return [];
    }),
  );
  return [...found, ...(await Promise.all(released)).flat()];
}

async function whatIsFound(
  act: () => readonly Diagnostic[] | Promise<readonly Diagnostic[]>,
): Promise<readonly Diagnostic[]> {
  try {
    return await act();
  } catch (error) {
    return [diskDiagnostic(error)];
  }
}

function aboutClaim({ by, file }: ClaimResult & { readonly kind: "taken" }): Diagnostic {
  const { processId, hostName } = by;
  const parameters = { processId: String(processId), hostName };
  return createDiagnostic("output/claimed", parameters, createSourceFile(file, ""), { start: 0, end: 0 });
}
