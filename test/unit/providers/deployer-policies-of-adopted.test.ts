import { deployerPolicyIn } from "../../support/permissions/deployer-statements";
import { compileAccepted } from "../../support/specs";

const ADOPTED = "arn:aws:rds:*:111122223333:cluster:old-ledger";

/** What may be done with the adopted cluster, by statement. */
function rightsOn(settings: string) {
  const text = `
apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
primaryRegion: us-east-1
regions:
  us-east-1:
  eu-west-1: { subnetGroupName: private, securityGroupIds: [sg-0d22] }
keys:
  storage: { strategy: single-region, regions: [eu-west-1] }
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    adopt: { clusterIdentifier: old-ledger }
    instances: { class: db.r6g.large }
    ${settings}
`;
  const { companions } = compileAccepted({ name: "spec.yaml", text });
  return deployerPolicyIn(companions, "orders").Statement.flatMap(({ Sid, Action, Resource }) =>
    [Resource].flat().includes(ADOPTED) ? [{ Sid, actions: [Action].flat() }] : [],
  );
}

test("an adopted cluster leaves the global database that goes, and is never deleted", () => {
  const rights = rightsOn("protect: false");
  expect(rights).toContainEqual({ Sid: "LetGoOfAdopted", actions: ["rds:RemoveFromGlobalCluster"] });
  expect(rights.flatMap(({ actions }) => actions)).not.toContain("rds:DeleteDBCluster");
});

test("a protected global database keeps it", () => {
  expect(rightsOn("protect: true").flatMap(({ actions }) => actions)).not.toContain(
    "rds:RemoveFromGlobalCluster",
  );
});
