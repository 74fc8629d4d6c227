import { resourceOf, reviewHcl } from "../../support/reviews";

/** A key whose policy has some statements, as JSON. */
function key(...statements: readonly object[]): string {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: statements });
  return `resource "aws_kms_key" "k" {\n  policy = jsonencode(${policy})\n}\n`;
}

const ROLE = "arn:aws:iam::111122223333:role/A";
const VIA = { StringEquals: { "kms:ViaService": "rds.eu-west-1.amazonaws.com" } };
const allow = (statement: object) => ({
  Effect: "Allow",
  Principal: { AWS: ROLE },
  Resource: "*",
  ...statement,
});
const deny = (statement: object) => ({ Effect: "Deny", Principal: "*", Resource: "*", ...statement });
const regions = (...names: readonly string[]) => ({ StringEquals: { "kms:ReplicaRegion": names } });
const otherRegions = (...names: readonly string[]) => ({ StringNotEquals: { "kms:ReplicaRegion": names } });

interface Case {
  readonly what: string;
  readonly before: object;
  readonly after: object;
  readonly codes: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: "an action",
    before: allow({ Action: "kms:Encrypt" }),
    after: allow({ Action: ["kms:Encrypt", "kms:Decrypt"] }),
    codes: ["policy-widened"],
  },
  {
    what: "an action less",
    before: allow({ Action: ["kms:Encrypt", "kms:Decrypt"] }),
    after: allow({ Action: "kms:Encrypt" }),
    codes: ["policy-narrowed"],
  },
  {
    what: "a wildcard for what it covers",
    before: allow({ Action: ["kms:DescribeKey", "kms:Describe*"] }),
    after: allow({ Action: "kms:describe*" }),
    codes: [],
  },
  {
    what: "a wildcard in the middle",
    before: allow({ Action: "kms:GenerateDataKey" }),
    after: allow({ Action: "kms:Generate*Key" }),
    codes: ["policy-widened"],
  },
  {
    what: "all actions but one instead of that one",
    before: allow({ Action: "kms:Decrypt" }),
    after: allow({ NotAction: "kms:Decrypt" }),
    codes: ["policy-widened", "policy-narrowed"],
  },
  {
    what: "everybody but one",
    before: allow({ Action: "kms:Decrypt" }),
    after: { Effect: "Allow", NotPrincipal: { AWS: ROLE }, Action: "kms:Decrypt", Resource: "*" },
    codes: ["policy-widened", "policy-narrowed"],
  },
  {
    what: "a condition taken away",
    before: allow({ Action: "kms:Decrypt", Condition: VIA }),
    after: allow({ Action: "kms:Decrypt" }),
    codes: ["policy-widened"],
  },
  {
    what: "a condition added",
    before: allow({ Action: "kms:Decrypt" }),
    after: allow({ Action: "kms:Decrypt", Condition: VIA }),
    codes: ["policy-narrowed"],
  },
  {
    what: "one value more in a condition",
    before: allow({ Action: "kms:ReplicateKey", Condition: regions("a") }),
    after: allow({ Action: "kms:ReplicateKey", Condition: regions("a", "b") }),
    codes: ["policy-widened"],
  },
  {
    what: "one value less in a condition, and as much denied",
    before: deny({ Action: "kms:ReplicateKey", Condition: otherRegions("a", "b") }),
    after: deny({ Action: "kms:ReplicateKey", Condition: otherRegions("a") }),
    codes: ["policy-denial-added"],
  },
  {
    what: "a denial with another exception",
    before: deny({ Action: "kms:ReplicateKey", Condition: otherRegions("a") }),
    after: deny({ Action: "kms:ReplicateKey", Condition: otherRegions("a", "b") }),
    codes: ["policy-denial-removed"],
  },
  {
    what: "a denial turned into a permission",
    before: deny({ Action: "kms:Decrypt" }),
    after: { ...deny({ Action: "kms:Decrypt" }), Effect: "Allow" },
    codes: ["policy-widened", "policy-denial-removed"],
  },
  {
    what: "an account by its number instead of its root user",
    before: allow({ Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*" }),
    after: allow({ Principal: { AWS: "111122223333" }, Action: "kms:*" }),
    codes: [],
  },
  {
    what: "another order, another name of a statement",
    before: allow({ Sid: "One", Action: ["kms:Decrypt", "kms:Encrypt"] }),
    after: allow({ Sid: "Two", Action: ["kms:Encrypt", "kms:Decrypt"] }),
    codes: [],
  },
];

test.each(CASES)("$what: $codes", async ({ before, after, codes }) => {
  const { findings } = resourceOf(await reviewHcl(key(before), key(after)), "aws_kms_key.k");
  expect(findings.map(({ code }) => code)).toEqual(codes);
});

test("a finding says who, what, under which condition, and how it was", async () => {
  const review = await reviewHcl(
    key(allow({ Action: "kms:Decrypt", Condition: VIA })),
    key(allow({ Action: "kms:Decrypt" })),
  );
  expect(resourceOf(review, "aws_kms_key.k").findings.map(({ message }) => message)).toEqual([
    `The policy now allows \`${ROLE}\` kms:Decrypt (before: if kms:ViaService StringEquals rds.eu-west-1.amazonaws.com).`,
  ]);
});

test("a policy that is made elsewhere is one to read there", async () => {
  const after = 'resource "aws_kms_key" "k" {\n  policy = data.aws_iam_policy_document.k.json\n}\n';
  const review = await reviewHcl(key(allow({ Action: "kms:Decrypt" })), after);
  expect(resourceOf(review, "aws_kms_key.k").findings.map(({ code }) => code)).toEqual(["policy-unreadable"]);
});
