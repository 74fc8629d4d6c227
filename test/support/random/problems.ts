import * as assert from "node:assert/strict";
import { format } from "@cdktf/hcl-tools";
import { stringify } from "yaml";
import { sortedUnique } from "../../../src/base/ordering";
import { compile, type CompiledDeployment } from "../../../src/compile";
import { hasErrors } from "../../../src/diagnostics/result";
import { printText } from "../../../src/diagnostics/print-text";
import { renderDeployment } from "../../../src/render";
import { bothForms } from "../both-forms";
import type { SpecData } from "./deployments";

const NAME = "random.yaml";

/** A spec that compiled without a word, as text. */
export interface CompiledText {
  readonly text: string;
  readonly deployment: CompiledDeployment;
}

/**
 * Compiles a spec that must compile: with its warnings accepted, there is nothing to say of it.
 *
 * @throws with what was said of it and its text
 */
export function compileRandom(data: SpecData): CompiledText {
  const first = compile({ name: NAME, text: stringify(data) });
  if (hasErrors(first.diagnostics)) throw refused(first.diagnostics, stringify(data));
  const accept = sortedUnique(first.diagnostics.map(({ code }) => code)).map((code) => ({
    code,
    reason: "it is one of many ${random} ones",
  }));
  const text = stringify({ ...data, accept });
  const { deployment, diagnostics } = compile({ name: NAME, text });
  if (deployment === undefined || diagnostics.length > 0) throw refused(diagnostics, text);
  return { text, deployment };
}

function refused(diagnostics: Parameters<typeof printText>[0], text: string): Error {
  return new Error(`${printText(diagnostics, { color: false })}\n${text}`);
}

/**
 * Holds a spec that must compile against what is promised of every output: the same bytes in whatever order its
 * keys stand, files as `terraform fmt` leaves them, and one deployment in both forms.
 *
 * @throws when one of them does not hold
 */
export async function checkDeployment(data: SpecData): Promise<void> {
  const { text, deployment } = compileRandom(data);
  const files = renderDeployment(deployment, NAME);
  try {
    const turned = compileRandom(withKeysTurned(data) as SpecData).deployment;
    assert.deepEqual(renderDeployment(turned, NAME), files);
    for (const { path, content } of files) {
      if (/\.(tf|tftest\.hcl)$/.test(path)) assert.equal(content, await format(content), path);
    }
    for (const [stack, { plain, synthesized }] of await bothForms(deployment, files)) {
      assert.deepEqual([stack, plain], [stack, synthesized]);
    }
  } catch (error) {
    throw new Error(`${(error as Error).message}\nof the spec\n${text}`, { cause: error });
  }
}

/** The same data with the keys of every map in the opposite order. */
function withKeysTurned(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withKeysTurned);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, value]) => [key, withKeysTurned(value)]),
  );
}
