/*
 * The only file that imports cdktf and constructs at run time; aws-bindings.ts is the one for the provider's
 * classes. Apart from it, so that the declarations of the package need no provider.
 */
export {
  Annotations,
  App,
  Aspects,
  Lazy,
  TerraformBackend,
  TerraformElement,
  TerraformOutput,
  TerraformRemoteState,
  TerraformStack,
  TerraformVariable,
  Token,
  Tokenization,
  ref,
} from "cdktf";
export { TerraformProvider, TerraformResource } from "cdktf";
export type { ISynthesisSession, IStackSynthesizer, TerraformMetaArguments } from "cdktf";
export { Construct } from "constructs";
export type { IConstruct } from "constructs";
