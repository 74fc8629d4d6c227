import type { Diagram } from "../base/diagram";
import { groupBy } from "../base/group-by";

/** A diagram in sentences, for those who do not see it. */
export function describeDiagram({ groups, edges }: Diagram): string {
  const places = groups.map(
    ({ title, nodes }) => `${title}: ${nodes.map(({ lines }) => lines.join(", ")).join("; ")}.`,
  );
  const lines = [...groupBy(edges, ({ from, label }) => `${label} ${from}`).values()].map((group) => {
    const targets = group.map(({ to }) => to).join(", ");
    return `${group[0]?.from ?? ""}, ${group[0]?.label ?? ""}: ${targets}.`;
  });
  return [...places, ...lines].join("\n");
}
