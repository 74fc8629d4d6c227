import { patterned } from "./helpers";

const ONE = "\\s*((=|!=|>|>=|<|<=|~>)\\s*)?[0-9]+(\\.[0-9]+){0,2}(-[0-9A-Za-z.-]+)?\\s*";

/** A version constraint as Terraform reads it: https://developer.hashicorp.com/terraform/language/expressions/version-constraints. */
export const versionConstraint = (description: string) =>
  patterned(`^${ONE}(,${ONE})*$`, "a version constraint such as `>= 1.11.0` or `~> 6.2`", { description });
