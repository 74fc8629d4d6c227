/** A Handlebars template, compiled by scripts/compile-template.cjs when it is imported. */
declare module "*.hbs" {
  export const template: object;
}
