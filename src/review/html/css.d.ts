/** A style sheet as text: scripts/esbuild-plugins.mjs and, for Jest, scripts/text-module.cjs. */
declare module "*.css" {
  export const css: string;
}
