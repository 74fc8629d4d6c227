import fc from "fast-check";
import { toConfig, toLiterals, toToken } from "../../../src/cdktf/expression-to-token";
import { nested, toBody } from "../../../src/terraform/block";
import { jsonencode, reference, template, toExpression } from "../../../src/terraform/expression";
import { readTemplate, textOf } from "../../support/terraform-value";
import { difficultTexts } from "../../support/texts";

test("text is written so that Terraform's JSON reads exactly this text", () => {
  fc.assert(
    fc.property(difficultTexts, (text) => {
      expect(readTemplate(String(toToken(toExpression(text))))).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test("text holds nothing that cdktf takes for a late value, and nothing that no template may hold", () => {
  fc.assert(
    fc.property(difficultTexts, (text) => {
      expect(toToken(toExpression(text))).not.toMatch(/TfToken\[|\r|\ufeff/);
    }),
    { numRuns: 1000 },
  );
});

test("whatever stands around a reference, it stays a reference", () => {
  fc.assert(
    fc.property(difficultTexts, difficultTexts, (before, after) => {
      const node = template`${before}${reference<string>("local", "x")}${after}`;
      expect(textOf(readTemplate(String(toToken(node))))).toBe(`${before}<local.x>${after}`);
    }),
    { numRuns: 1000 },
  );
});

test("what Terraform computes stands in an interpolation, data stays data", () => {
  expect(toToken(reference("a", "b"))).toBe("${a.b}");
  expect(toToken(jsonencode({ "k ${x}": ["v"] }))).toBe('${jsonencode({ "k $${x}" = ["v"] })}');
  expect(toToken(toExpression({ "${k}": [1, true, null, "${v}"] }))).toEqual({
    "$${k}": [1, true, null, "$${v}"],
  });
});

test("blocks are lists where the bindings want lists", () => {
  const body = toBody({
    one: nested<{ a: string }>({ a: "x" }),
    many: [nested<{ a: string }>({ a: "y" })],
  });
  expect(toConfig(body)).toEqual({ one: { a: "x" }, many: [{ a: "y" }] });
});

test("a backend is written as it is read: literally, with its blocks", () => {
  const body = toBody({
    useLockfile: true,
    key: "${a}",
    workspaces: nested<{ name: string }>({ name: "b" }),
  });
  expect(toLiterals(body)).toEqual({ useLockfile: true, key: "${a}", workspaces: { name: "b" } });
});
