import { largeSpec } from "../../bench/large-spec";

/*
 * Deployments that change from one spec to another: what a run that is killed may leave half done.
 */

/** A deployment before and after: undefined before there is any. */
export interface Change {
  readonly title: string;
  readonly before: string | undefined;
  readonly after: string;
}

interface Options {
  readonly databases: readonly string[];
  readonly layout?: string;
}

function spec({ databases, layout = "single" }: Options): string {
  return [
    "apiVersion: keyspan/v1",
    "name: orders",
    `provider: { name: aws, account: "111122223333" }`,
    `terraform: { layout: ${layout} }`,
    "primaryRegion: us-east-1",
    "regions:",
    "  us-east-1: { subnetGroupName: private, securityGroupIds: [sg-0d11] }",
    "  eu-west-1: { subnetGroupName: private, securityGroupIds: [sg-0d12] }",
    "keys:",
    "  storage:",
    "    strategy: single-region",
    `    policy: { operators: ["arn:aws:iam::111122223333:role/Deployer"] }`,
    "databases:",
    ...databases.map(
      (name) =>
        `  ${name}: { engine: postgres, engineVersion: "16.6", topology: read-replicas, key: storage, instances: { class: db.r6g.large }, storage: { allocatedGiB: 100 } }`,
    ),
    "",
  ].join("\n");
}

const SMALL = spec({ databases: ["ledger"] });
const LARGE = spec({ databases: ["books", "ledger", "sales"] });

/** One change of each kind. */
export const CHANGES: readonly Change[] = [
  { title: "the first emit", before: undefined, after: SMALL },
  { title: "an emit that adds files", before: SMALL, after: LARGE },
  { title: "an emit that removes files", before: LARGE, after: SMALL },
  {
    title: "a change of the layout",
    before: SMALL,
    after: spec({ databases: ["ledger"], layout: "regional" }),
  },
];

/** A change of a deployment that is large enough for its writing to be met in the midst. */
export const LARGE_CHANGE: Change = {
  title: "a change of many files",
  before: named(largeSpec(100)),
  after: named(largeSpec(90).replaceAll("db.r6g.large", "db.r6g.xlarge")),
};

function named(text: string): string {
  return text.replace("name: fleet", "name: orders");
}

/** Files of the user's own, beside those of keyspan. */
export const OWN_FILES: Readonly<Record<string, string>> = {
  "orders/mine.tf": "# mine\n",
  "orders/tests/mine.tftest.hcl": "# mine too\n",
  "orders/.hidden": "\n",
  "orders/own/notes.md": "no end of line",
  "other.txt": "beside the deployment\n",
};
