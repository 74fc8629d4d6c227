import { expectDiagnostics } from "../support/expect-diagnostics";

test("a spec with mistakes of shape, of a rule and of the provider has all three reported, sorted, in one run", () => {
  const { deployment } = expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider:
  name: aws
  tags: { «"aws:owner"»: payments }
primaryRegion: us-east-1
regions: [us-east-1, eu-west-1]
keys:
  storage:
    strategy: single-region
    regions: [us-east-1, «eu-west-2»]
    «deletion_window_days»: 14
`,
    ["tags/reserved-prefix", "keys/region-not-in-deployment", "spec/unknown-field"],
  );
  expect(deployment).toBeUndefined();
});

test("a key set that is set aside leaves the database that names it without a finding", () => {
  expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases }
  eu-west-1: { subnetGroupName: private-databases }
keys:
  storage:
    strategy: «customer-managed»
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large, count: «-1» }
`,
    ["spec/unknown-value", "spec/too-small"],
  );
});

test("a spec without a name is judged nevertheless", () => {
  expectDiagnostics(
    `«»# no name
apiVersion: keyspan/v1
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, «us-east-1»]
keys:
  storage: { strategy: single-region }
`,
    ["spec/missing-field", "regions/duplicate"],
  );
});

test("without primaryRegion nothing is said that depends on it", () => {
  expectDiagnostics(
    `«apiVersion»: keyspan/v1
name: orders
provider: { name: aws }
regions: [eu-west-1, us-east-1]
keys:
  tokens:
    strategy: multi-region
    purpose: [client-side-encryption]
    regions: [us-east-1]
`,
    ["spec/missing-field"],
  );
});

test("warnings are held back while the list of those that are accepted cannot be read", () => {
  expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, eu-south-1]
keys:
  storage: { strategy: single-region }
accept:
  - «code: regions/opt-in»
`,
    ["spec/missing-field"],
  );
});

test("an accepted warning is not called unused while an error may keep it from showing", () => {
  expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, «eu-soth-1»]
keys:
  storage: { strategy: single-region }
accept:
  - code: regions/opt-in
    reason: the Region is enabled in all our accounts
`,
    ["regions/unknown"],
  );
});

test("a warning leaves the deployment compiled", () => {
  const { deployment } = expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, «eu-south-1»]
keys:
  storage: { strategy: single-region }
`,
    ["regions/opt-in"],
  );
  expect(deployment).toBeDefined();
});

test("a key set that encrypts nothing but logs needs no operator", () => {
  expectDiagnostics(
    `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases }
  eu-west-1: { subnetGroupName: private-databases }
keys:
  storage: { strategy: single-region }
  audit:
    strategy: single-region
    purpose: [logs]
    policy:
      accountRoot: false
      administrators: ["arn:aws:iam::111122223333:role/KeyAdmin"]
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large }
    monitoring: { logKey: audit }
`,
    [],
  );
});

test("of another version of the language nothing is said but that it is not known", () => {
  expectDiagnostics(
    `
apiVersion: «keyspan/v2»
name: orders
provider: { name: aws }
regions: [us-east-1, us-east-1]
vaults: {}
`,
    ["spec/unknown-version"],
  );
});
