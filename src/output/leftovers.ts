/*
 * Names of the files that a run has in a folder while it writes there, and that it leaves behind when it is killed.
 */

const TEMPORARY = /^\..+\.\d+\.keyspan-tmp$/;
const CLAIM = /^\.keyspan-claim\.(\d+)@(.*)$/;

/** Who writes, or wants to write, in a folder. */
export interface Claim {
  readonly processId: number;
  readonly hostName: string;
}

/** Where the content of a file is until it is complete. */
export function temporaryName(file: string, processId: number): string {
  return `.${file}.${processId}.keyspan-tmp`;
}

/** The name of the file by which a process claims a folder. */
export function claimName({ processId, hostName }: Claim): string {
  return `.keyspan-claim.${processId}@${hostName.replaceAll(/[^A-Za-z0-9.-]/g, "_")}`;
}

/** Reads the name of a claim; undefined when it is the name of something else. */
export function parseClaimName(name: string): Claim | undefined {
  const match = CLAIM.exec(name);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { processId: Number(match[1]), hostName: match[2] };
}

/** Whether a file belongs to the writing itself, and to no deployment. */
export function isLeftover(name: string): boolean {
  return TEMPORARY.test(name) || parseClaimName(name) !== undefined;
}
