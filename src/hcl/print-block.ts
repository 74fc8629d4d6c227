import { printAssignments, quote, type Assignment } from "../terraform/print-expression";
import type { HclBlock, HclItem } from "./document";

/** A block as text, formatted as `terraform fmt` leaves it; no line break at its end. */
export function printBlock(block: HclBlock): string {
  const lines: string[] = [];
  addBlock(lines, block, 0);
  return lines.join("\n");
}

function addBlock(lines: string[], block: HclBlock, indent: number): void {
  const { keyword, labels, items, marksAbove = [], marksInside = [] } = block;
  const margin = " ".repeat(indent);
  for (const mark of marksAbove) lines.push(`${margin}#${mark}`);
  lines.push(`${margin}${[keyword, ...labels.map(quote)].join(" ")} {`);
  for (const mark of marksInside) lines.push(`${margin}  #${mark}`);
  addItems(lines, items, indent + 2);
  lines.push(`${margin}}`);
}

/** Neighbouring attributes stand together; a nested block has an empty line before and after it. */
function addItems(lines: string[], items: readonly HclItem[], indent: number): void {
  let run: Assignment[] = [];
  let isFirst = true;
  const separate = () => {
    if (!isFirst) lines.push("");
    isFirst = false;
  };
  const closeRun = () => {
    if (run.length === 0) return;
    separate();
    lines.push(...printAssignments(run, indent));
    run = [];
  };
  for (const item of items) {
    if (item.kind === "attribute") {
      run.push(item);
      continue;
    }
    closeRun();
    separate();
    addBlock(lines, item.block, indent);
  }
  closeRun();
}
