import { largeSpec } from "../../bench/large-spec";
import { deployerDocuments } from "../../support/permissions/deployer-statements";
import { compileAccepted } from "../../support/specs";

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const LONGEST_POLICY = 6144;
const POLICIES_OF_ROLE = 10;

const listOf = (value: string | readonly string[]) => (typeof value === "string" ? [value] : value);

const fleet = (databases: number) => {
  const { companions } = compileAccepted({ name: "spec.yaml", text: largeSpec(databases) });
  const documents = deployerDocuments(companions, "fleet");
  const guide = [...companions].find(({ path }) => path === "fleet/README.md");
  return { documents, guide: JSON.stringify(guide) };
};
const resourcesOf = (sid: string, { documents }: ReturnType<typeof fleet>) =>
  documents.flatMap(({ Statement }) =>
    Statement.filter(({ Sid }) => Sid === sid).flatMap(({ Resource }) => listOf(Resource)),
  );

test("they are in as many policies as they need, each with what it cannot be split from", () => {
  const { documents } = fleet(20);
  expect(documents.length).toBeGreaterThan(2);
  for (const document of documents) {
    expect(JSON.stringify(document).length).toBeLessThanOrEqual(LONGEST_POLICY);
    expect(document).toHaveProperty("Version", "2012-10-17");
  }
  const parts = documents.flatMap(({ Statement }) =>
    Statement.filter(({ Sid }) => Sid === "ManageLogGroups"),
  );
  expect(parts.length).toBeGreaterThan(1);
  expect(new Set(parts.map(({ Action }) => JSON.stringify(Action))).size).toBe(1);
});

test("every database is named once, and in its order", () => {
  const arns = resourcesOf("ManageLogGroups", fleet(20));
  expect(arns).toHaveLength(80);
  expect(arns).toEqual([...new Set(arns)].sort());
});

test("a policy that is full already goes on with the next statement in another, not with a part of it", () => {
  const { documents } = fleet(4);
  const sids = documents.flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid));
  expect(documents).toHaveLength(2);
  expect(new Set(sids).size).toBe(sids.length);
});

test("more than a role takes name the deployment, and the guide says so", () => {
  const large = fleet(100);
  expect(large.documents.length).toBeLessThanOrEqual(POLICIES_OF_ROLE);
  expect(resourcesOf("ManageDatabases", large)).toEqual([
    "arn:aws:rds:*:111122223333:cluster-pg:fleet-*",
    "arn:aws:rds:*:111122223333:cluster:fleet-*",
    "arn:aws:rds:*:111122223333:db:fleet-*",
    "arn:aws:rds:*:111122223333:og:default*",
    "arn:aws:rds:*:111122223333:pg:default*",
    "arn:aws:rds:*:111122223333:pg:fleet-*",
    "arn:aws:rds:*:111122223333:subgrp:private-databases",
    "arn:aws:rds::111122223333:global-cluster:fleet-*",
  ]);
  expect(resourcesOf("ManageMonitoringRole", large)).toEqual([
    "arn:aws:iam::111122223333:role/fleet-rds-monitoring",
  ]);
  expect(large.guide).toContain("they would be more than the 10 that a role takes");
  expect(fleet(4).guide).not.toContain("more than the 10");
});
