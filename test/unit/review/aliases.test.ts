import { codesOf, resourceOf, reviewSpecs } from "../../support/reviews";

function spec(keys: string): string {
  return `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, eu-west-1]
keys:
${keys}`;
}

const TOKENS = "  tokens: { strategy: single-region, alias: shared }\n";

test("an alias that another key set takes may be refused at first", async () => {
  const after = "  codes: { strategy: single-region, alias: shared }\n";
  const review = await reviewSpecs(spec(TOKENS), spec(after));
  const { findings } = resourceOf(review, "aws_kms_alias.tokens_eu_west_1");
  expect(findings.map(({ code }) => code)).toContain("alias-recreated");
  expect(findings.map(({ message }) => message).join()).toContain("`aws_kms_alias.codes_eu_west_1`");
});

test("an alias that goes is missed, whatever another Region does", async () => {
  const both = `${TOKENS}  codes: { strategy: single-region, regions: [us-east-1] }\n`;
  const after = "  codes: { strategy: single-region, regions: [us-east-1], alias: shared }\n";
  const review = await reviewSpecs(spec(both), spec(after));
  expect(codesOf(review, "aws_kms_alias.tokens_us_east_1")).toContain("alias-recreated");
  expect(codesOf(review, "aws_kms_alias.tokens_eu_west_1")).toContain("alias-gone");
});
