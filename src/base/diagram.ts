/*
 * A picture as structure: boxes in groups, and lines between them. Printers make Mermaid, DOT or SVG of it.
 */

/** A box. */
export interface DiagramNode {
  /** Unique in the diagram, and what a reader who does not see the picture is told. */
  readonly id: string;
  readonly lines: readonly string[];
  readonly shape: "key" | "database" | "note";
  /** Dashed: what others create, and the picture shows because something hangs on it. */
  readonly border: "solid" | "dashed";
}

/** Boxes that stand together under a title. */
export interface DiagramGroup {
  readonly title: string;
  readonly nodes: readonly DiagramNode[];
}

/** A line from one box to another. */
export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly line: "solid" | "dotted" | "thick";
}

/** A picture. */
export interface Diagram {
  readonly title: string;
  readonly groups: readonly DiagramGroup[];
  readonly edges: readonly DiagramEdge[];
}
