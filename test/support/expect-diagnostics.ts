import { compile, type Compilation } from "../../src/compile";
import type { DiagnosticCode } from "../../src/diagnostics/catalog/index";
import { readMarkers } from "./markers";

/**
 * Compiles a spec and expects exactly these diagnostics, each at the marker of its turn: what is found is
 * sorted by place, as the markers are.
 */
export function expectDiagnostics(marked: string, codes: readonly DiagnosticCode[]): Compilation {
  const { text, ranges } = readMarkers(marked);
  const compilation = compile({ name: "spec.yaml", text });
  const found = compilation.diagnostics.map(({ code, range }) => ({ code, range }));
  expect(found).toEqual(codes.map((code, index) => ({ code, range: ranges[index] })));
  return compilation;
}
