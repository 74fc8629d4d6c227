/** Adds the grammar of HCL to the Prism that was loaded before it. */
declare module "prismjs/components/prism-hcl" {}
