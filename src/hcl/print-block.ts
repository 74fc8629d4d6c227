import { printAssignments, quote, type Assignment } from "../terraform/print-expression";
import type { HclBlock, HclItem } from "./document";

/** A block as text, formatted as `terraform fmt` leaves it; no line break at its end. */
export function printBlock(block: HclBlock): string {
  return printAt(block, 0).join("\n");
}

function printAt(block: HclBlock, indent: number): string[] {
  const { keyword, labels, items, marksAbove = [], marksInside = [] } = block;
  const margin = " ".repeat(indent);
  const head = `${margin}${[keyword, ...labels.map(quote)].join(" ")}`;
  return [
    ...marksAbove.map((mark) => `${margin}#${mark}`),
    `${head} {`,
    ...marksInside.map((mark) => `${margin}  #${mark}`),
    ...printItems(items, indent + 2),
    `${margin}}`,
  ];
}

/** Neighbouring attributes stand together; a nested block has an empty line before and after it. */
function printItems(items: readonly HclItem[], indent: number): string[] {
  const lines: string[] = [];
  let run: Assignment[] = [];
  const closeRun = () => {
    if (run.length === 0) return;
    if (lines.length > 0) lines.push("");
    lines.push(...printAssignments(run, indent));
    run = [];
  };
  for (const item of items) {
    if (item.kind === "attribute") {
      run.push(item);
      continue;
    }
    closeRun();
    if (lines.length > 0) lines.push("");
    lines.push(...printAt(item.block, indent));
  }
  closeRun();
  return lines;
}
