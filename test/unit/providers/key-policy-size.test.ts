import { compile } from "../../../src/compile";

/** The bytes that keyspan counts, by what it says of a policy that is too large. */
function bytesWith(text: string): number {
  const spec = `apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
primaryRegion: us-east-1
regions: [us-east-1]
keys:
  storage:
    strategy: single-region
    purpose: [client-side-encryption]
    policy:
      operators: ["arn:aws:iam::111122223333:role/Deployer"]
      statements:
        - Sid: tagged
          Effect: Deny
          Principal: { AWS: "arn:aws:iam::111122223333:role/Deployer" }
          Action: kms:Decrypt
          Resource: "*"
          Condition: { StringEquals: { "aws:PrincipalTag/teams": "${text.repeat(33_000)}" } }
`;
  const { diagnostics } = compile({ name: "orders.yaml", text: spec });
  const [found] = diagnostics.filter(({ code }) => code === "keys/policy-too-large");
  return Number(/has (\d+) bytes/.exec(found?.message ?? "")?.[1]);
}

// Held against what Terraform 1.11.4 with version 5.100.0 of the provider sends to KMS.
test.each(["&", "<", ">", "\u2028", "\u2029"])(
  "%j is six bytes, as Terraform's jsonencode writes it",
  (text) => {
    expect(bytesWith(text) - bytesWith("a")).toBe(5 * 33_000);
  },
);

test("other characters are as many bytes as UTF-8 makes of them", () => {
  expect(bytesWith("é") - bytesWith("a")).toBe(33_000);
});
