/** The colours of a picture on a light and on a dark ground; kinds of lines differ in their strokes too. */
const LIGHT = {
  ground: "#ffffff",
  text: "#1f2328",
  muted: "#59636e",
  region: ["#f6f8fa", "#d1d9e0"],
  key: ["#fff8c5", "#9a6700"],
  database: ["#ddf4ff", "#0969da"],
  note: ["#ffffff", "#59636e"],
  lines: { dotted: "#9a6700", solid: "#8250df", thick: "#0969da" },
} as const;

const DARK: Palette = {
  ground: "#0d1117",
  text: "#f0f6fc",
  muted: "#9198a1",
  region: ["#151b23", "#3d444d"],
  key: ["#2d2205", "#d29922"],
  database: ["#0c2d4a", "#4493f8"],
  note: ["#0d1117", "#9198a1"],
  lines: { dotted: "#d29922", solid: "#ab7df8", thick: "#4493f8" },
};

interface Palette {
  readonly ground: string;
  readonly text: string;
  readonly muted: string;
  /** Inside and border. */
  readonly region: readonly [string, string];
  readonly key: readonly [string, string];
  readonly database: readonly [string, string];
  readonly note: readonly [string, string];
  readonly lines: Readonly<Record<"dotted" | "solid" | "thick", string>>;
}

/** Fonts that systems come with: nothing is fetched. */
const FONTS = `system-ui, -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif`;

/** The style sheet of a picture; every rule is below its class, for the picture may stand inside a page. */
export function svgStyle(): string {
  const shape = [
    `.keyspan-diagram { font-family: ${FONTS}; }`,
    ".keyspan-diagram .line { fill: none; stroke-width: 1.5; }",
    ".keyspan-diagram .dotted { stroke-dasharray: 3 3; }",
    ".keyspan-diagram .line.thick { stroke-width: 2.5; }",
    ".keyspan-diagram .dashed { stroke-dasharray: 6 3; }",
  ];
  const dark = colourRules(DARK).map((rule) => `  ${rule}`);
  return [...shape, ...colourRules(LIGHT), "@media (prefers-color-scheme: dark) {", ...dark, "}"].join("\n");
}

function colourRules({ ground, text, muted, lines, ...boxes }: Palette): string[] {
  const shapes = Object.entries(boxes).map(
    ([name, [inside, border]]) => `.keyspan-diagram .${name} { fill: ${inside}; stroke: ${border}; }`,
  );
  const strokes = Object.entries(lines).flatMap(([name, colour]) => [
    `.keyspan-diagram .line.${name} { stroke: ${colour}; }`,
    `.keyspan-diagram .tip.${name} { fill: ${colour}; }`,
  ]);
  return [
    `.keyspan-diagram .ground { fill: ${ground}; }`,
    `.keyspan-diagram .name { fill: ${text}; font-size: 13px; font-weight: 600; }`,
    `.keyspan-diagram .text { fill: ${muted}; font-size: 11.5px; }`,
    ...shapes,
    ...strokes,
  ];
}
