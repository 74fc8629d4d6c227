import * as path from "node:path";
import { claimName, parseClaimName, type Claim } from "../output/leftovers";
import type { Host } from "./host";

/** What came of wanting a folder: it is ours until it is released, or somebody else's. */
export type ClaimResult =
  | { readonly kind: "claimed"; readonly release: () => void }
  | { readonly kind: "taken"; readonly by: Claim; readonly file: string };

/** How long another run may take before this one gives up, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Claims a folder for one run of keyspan. A claim is a file that names its process. Whoever claims writes its own
 * first and looks for others then, so that of two who come at once at least one sees the other and stands back.
 * A file that only its own process writes can be removed by anybody once the process is gone.
 */
export async function claimFolder(host: Host, folder: string): Promise<ClaimResult> {
  const own = path.join(folder, claimName(host.self));
  for (let waited = 0; ;) {
    if (otherClaim(host, folder) === undefined) {
      host.removeFile(own, folder);
      host.createFile(own);
      if (otherClaim(host, folder) === undefined)
        return { kind: "claimed", release: () => host.removeFile(own, folder) };
      host.removeFile(own, folder);
    }
    const by = otherClaim(host, folder);
    if (by !== undefined && waited >= PATIENCE)
      return { kind: "taken", by, file: path.join(folder, claimName(by)) };
    // By chance, lest two stand back from each other for ever.
    const pause = 10 + Math.floor(Math.random() * 40);
    await host.sleep(pause);
    waited += pause;
  }
}

/** A claim of another process that is not known to be gone: whether one of another machine is, nobody can say. */
export function otherClaim(host: Host, folder: string): Claim | undefined {
  const claims = host.listNames(folder).flatMap((name) => parseClaimName(name) ?? []);
  return claims.find((claim) => !isOwn(host, claim) && !isGone(host, claim));
}

/** Whether the process of a claim has ended, and could not remove it. */
export function isGone(host: Host, claim: Claim): boolean {
  return isOfThisMachine(host, claim) && !isOwn(host, claim) && !host.isRunning(claim.processId);
}

function isOwn(host: Host, claim: Claim): boolean {
  return claimName(claim) === claimName(host.self);
}

function isOfThisMachine({ self }: Host, { processId, hostName }: Claim): boolean {
  return claimName({ processId, hostName }) === claimName({ processId, hostName: self.hostName });
}
