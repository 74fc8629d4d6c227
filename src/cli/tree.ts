/** A line of a tree and what stands below it. */
export interface Branch {
  readonly text: string;
  readonly children: readonly Branch[];
}

/** A line with nothing below it. */
export function leaf(text: string): Branch {
  return { text, children: [] };
}

/** The lines of a tree, drawn with box characters; `margin` stands before each. */
export function drawBranches(branches: readonly Branch[], margin = ""): string[] {
  return branches.flatMap(({ text, children }, index) => {
    const isLast = index === branches.length - 1;
    const below = drawBranches(children, `${margin}${isLast ? "   " : "│  "}`);
    return [`${margin}${isLast ? "└─ " : "├─ "}${text}`, ...below];
  });
}
