import type { EditedExample } from "./review-edit";

/** A multi-Region key set, and no database. */
export const MULTI_REGION_KEYS: EditedExample = {
  example: "keys-only-client-side-encryption",
  adapted: [],
  edits: [
    { title: "a Region fewer", spec: [["us-east-1, ap-northeast-1", "us-east-1"]] },
    { title: "a Region more", spec: [["ap-northeast-1]", "ap-northeast-1, eu-west-1]"]] },
    { title: "another primary Region", spec: [["primaryRegion: us-west-2", "primaryRegion: us-east-1"]] },
    { title: "single-Region keys instead", spec: [["strategy: multi-region", "strategy: single-region"]] },
    {
      title: "one role may no longer use them",
      spec: [["        - arn:aws:iam::111122223333:role/VaultWriter\n", ""]],
    },
    {
      title: "one role more may use them",
      spec: [
        ["role/VaultWriter\n", "role/VaultWriter\n        - arn:aws:iam::111122223333:role/VaultAdmin\n"],
      ],
    },
    {
      title: "the account's own policies may give access",
      spec: [["accountRoot: false", "accountRoot: true"]],
    },
    {
      title: "other settings in one Region",
      spec: [
        [
          "deletionWindowDays: 14",
          "deletionWindowDays: 14\n    overrides: { us-east-1: { deletionWindowDays: 7, enabled: false } }",
        ],
      ],
    },
    { title: "renamed, and said so", spec: [["  documents:\n", "  papers:\n    renamedFrom: documents\n"]] },
    {
      title: "a rename that needs no moved block of keyspan's, by hand",
      hcl: [
        ['resource "aws_kms_alias" "documents_us_west_2"', 'resource "aws_kms_alias" "first"'],
        [
          "us-west-2      = aws_kms_alias.documents_us_west_2.arn",
          "us-west-2      = aws_kms_alias.first.arn",
        ],
      ],
      file: "moved {\n  from = aws_kms_alias.documents_us_west_2\n  to   = aws_kms_alias.first\n}\n",
    },
  ],
};

/** Keys that sign, keys with imported material, grants. */
export const OTHER_KEYS: EditedExample = {
  example: "keys-signing-and-imported",
  adapted: [["  regionStyle: argument\n", ""]],
  edits: [
    { title: "another key spec", spec: [["ECC_NIST_P256", "ECC_NIST_P384"]] },
    {
      title: "a grant for more",
      spec: [["[Verify, GetPublicKey, DescribeKey]", "[Verify, Sign, GetPublicKey, DescribeKey]"]],
    },
    { title: "a grant for somebody else", spec: [["role/Exporter", "role/Importer"]] },
    {
      title: "a grant without its encryption context",
      spec: [["        encryptionContext: { equals: { purpose: export } }\n", ""]],
    },
    {
      title: "a grant taken back",
      spec: [
        [
          "      - name: verifier\n        grantee: arn:aws:iam::111122223333:role/TokenVerifier\n        operations: [Verify, GetPublicKey, DescribeKey]\n",
          "",
        ],
        ["    grants:\n  webhooks", "  webhooks"],
      ],
    },
    { title: "no organization any more", spec: [["      organizationId: o-a1b2c3d4e5\n", ""]] },
    {
      title: "material made by AWS instead of imported",
      spec: [
        ["    origin: external\n", ""],
        [
          "accept:\n  - code: keys/material-in-state\n    reason: the material is imported by the key ceremony, the variable stays null\n",
          "",
        ],
      ],
    },
    {
      title: "imported keys renamed, and said so",
      spec: [["  customer:\n", "  clients:\n    renamedFrom: customer\n"]],
    },
  ],
};
