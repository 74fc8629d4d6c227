import { catalog, type DiagnosticCode, type ParametersOf } from "./catalog/index";
import type { DiagnosticDefinition } from "./definition";
import type { Diagnostic, RelatedPlace } from "./diagnostic";
import type { SourceFile, SourceRange } from "./source-file";

/** Says one thing about one place; the texts come from the catalog, so that they are written once. */
export function createDiagnostic<C extends DiagnosticCode>(
  code: C,
  parameters: ParametersOf<C>,
  file: SourceFile,
  range: SourceRange,
  related: readonly RelatedPlace[] = [],
): Diagnostic {
  // The compiler cannot follow that the entry of a code takes the parameters of that code.
  const definition = catalog[code] as unknown as DiagnosticDefinition<ParametersOf<C>>;
  const help = definition.help?.(parameters);
  return {
    code,
    severity: definition.severity,
    message: definition.message(parameters),
    ...(help === undefined ? {} : { help }),
    file,
    range,
    related,
  };
}
