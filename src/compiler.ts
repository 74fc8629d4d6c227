/* The compiler by itself: `keyspan/compiler`, for those who have no cdktf. */
export { compile, type Compilation, type CompiledDeployment, type CompileInput } from "./compile";
export type { OutputFile } from "./base/output-file";
export type { Diagnostic, RelatedPlace, Severity } from "./diagnostics/diagnostic";
export { printJson } from "./diagnostics/print-json";
export { printText } from "./diagnostics/print-text";
export type { Position, SourceFile, SourceRange } from "./diagnostics/source-file";
export { renderDeployment } from "./render";
export type { DeploymentPlan } from "./model/plan";
export type { TerraformProgram } from "./terraform/program";
