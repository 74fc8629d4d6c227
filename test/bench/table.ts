/** The header of the table of ratios. */
export const RATIOS: readonly string[] = ["| what | beside | ratio | target |", "| --- | --- | --- | --- |"];

/** A row of the table of ratios. */
export function row(what: string, beside: string, ratio: number, target = ""): string {
  return `| ${what} | ${beside} | ${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)} | ${target} |`;
}

/** The header of the table of sizes. */
export const SIZES: readonly string[] = ["| what | size | target |", "| --- | --- | --- |"];

/** A row of the table of sizes. */
export function sizeRow(what: string, megabytes: number, target = ""): string {
  return `| ${what} | ${megabytes < 10 ? megabytes.toFixed(1) : megabytes.toFixed(0)} MB | ${target} |`;
}
