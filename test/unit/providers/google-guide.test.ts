import { renderDeployment } from "../../../src/render";
import { compileAccepted } from "../../support/specs";

function guideOf(text: string): string {
  const files = renderDeployment(compileAccepted({ name: "spec.yaml", text }), "spec.yaml");
  return files.find(({ path }) => /^[^/]*\/README\.md$/.test(path))?.content ?? "";
}

const FLEET = `
apiVersion: keyspan/v1
name: bank
provider:
  name: google
  project: acme-bank
  projectNumber: "123456789012"
  keyProject: acme-keys
  impersonateServiceAccount: terraform@acme-bank.iam.gserviceaccount.com
  network: { vpc: projects/acme-network/global/networks/shared }
terraform:
  layout: layered
  backend: { gcs: { bucket: states, prefix: bank } }
primaryRegion: europe-west3
regions: [europe-west3, europe-west4]
keys:
  storage: { strategy: single-region }
  default: { strategy: provider-managed, regions: [europe-west3] }
databases:
  ledger:
    engine: postgres
    engineVersion: "16"
    topology: read-replicas
    key: storage
    instances: { class: db-perf-optimized-N-2 }
    storage: { allocatedGiB: 100 }
  crm:
    engine: postgres
    engineVersion: "16"
    topology: single-region
    key: default
    instances: { class: db-custom-2-8192 }
    storage: { allocatedGiB: 100 }
    protect: false
accept:
  - { code: keys/default-encryption, reason: no policy forbids it }
`;

test("each project has its role, and whoever Terraform acts as is its member", () => {
  const guide = guideOf(FLEET);
  const files = [...guide.matchAll(/--project (\S+) \\\n +--file (\S+)/g)].map(([, ...words]) =>
    words.join(" "),
  );
  expect(files).toEqual([
    "acme-keys bank-keys/deployer-role-keys.yaml",
    "acme-bank bank-databases/deployer-role.yaml",
    "acme-network bank-databases/deployer-role-network.yaml",
  ]);
  expect(guide).toContain("--member serviceAccount:terraform@acme-bank.iam.gserviceaccount.com");
});

test("the id of a role is no longer than Google takes, and its own for each stack", () => {
  const guide = guideOf(
    FLEET.replace("name: bank", "name: bank-of-the-northern-territories")
      .replace("layout: layered", "layout: regional")
      .replaceAll("europe-west3", "northamerica-northeast1")
      .replaceAll("europe-west4", "northamerica-northeast2"),
  );
  const ids = [...guide.matchAll(/roles create (\S+)/g)].map(([, id = ""]) => id);
  expect(ids.length).toBeGreaterThan(2);
  expect(Math.max(...ids.map(({ length }) => length))).toBeLessThanOrEqual(64);
});

test("what may be deleted beside what is protected asks for a permission that the role has not", () => {
  expect(guideOf(FLEET)).toContain(
    "`crm` may be deleted, but a permission is for everything of its kind: add `cloudsql.instances.delete`",
  );
  expect(guideOf(FLEET.replace("    protect: false\n", ""))).not.toContain("may be deleted, but");
});

test("whoever runs Terraform is told that the state is theirs to write", () => {
  expect(guideOf(FLEET)).toContain(
    "in the bucket `states`, with the credentials of whoever runs Terraform: they need `roles/storage.objectUser`",
  );
  expect(guideOf(FLEET.replace(/ {2}backend: .*\n/, ""))).not.toContain("roles/storage");
});

test("only instances under a key are encrypted again", () => {
  const guide = guideOf(FLEET);
  expect(guide).toContain("gcloud sql instances reencrypt bank-ledger-europe-west3");
  expect(guide).not.toContain("gcloud sql instances reencrypt bank-crm");
  expect(guide).toContain("which `prevent_destroy` refuses; what is in `crm` would be lost.");
});

const KEYS = `
apiVersion: keyspan/v1
name: vault
provider: { name: google, project: acme-keys, keyRing: { name: shared, existing: true } }
primaryRegion: europe-west3
regions: [europe-west3]
keys:
  imported: { strategy: single-region, origin: external, purpose: [client-side-encryption] }
  letters:
    strategy: single-region
    origin: external
    purpose: [signing]
    spec: EC_SIGN_P256_SHA256
    protection: hsm
  outside: { strategy: single-region, protection: external, purpose: [client-side-encryption] }
  path:
    strategy: single-region
    protection: external-vpc
    purpose: [client-side-encryption]
    ekmConnections: { europe-west3: projects/acme-keys/locations/europe-west3/ekmConnections/hq }
accept:
  - { code: keys/version-made-outside, reason: the key ceremony makes them }
`;

test("each way in which versions are made outside is shown, with what gcloud asks for", () => {
  const guide = guideOf(KEYS);
  expect(guide).toContain("`imported`, `letters`: the material");
  expect(guide).toMatch(
    /versions import \\\n +--import-job JOB \\\n +--algorithm google-symmetric-encryption \\\n +--target-key-file FILE/,
  );
  expect(guide).toContain("gcloud kms keys set-primary-version imported");
  expect(guide).toContain("--external-key-uri URI");
  expect(guide).toContain("--ekm-connection-key-path PATH");
  // Nothing but keys is applied: they need no apply of their own, and there is no database to speak of.
  expect(guide).not.toContain("-target=");
  expect(guide).not.toContain("deletionProtection");
  expect(guide).not.toContain("existing: true");
  const signing = guideOf(KEYS.replace(/ {2}imported: .*\n/, ""));
  expect(signing).toContain("--algorithm ec-sign-p256-sha256");
  expect(signing).not.toContain("set-primary-version");
});

test("passwords are given before an apply of a part, which asks for them too", () => {
  const guide = guideOf(
    FLEET.replace(/ {2}backend: .*\n/, "")
      .replace("layout: layered", "layout: single")
      .replace("{ strategy: single-region }", "{ strategy: single-region, protection: external }")
      .concat("  - { code: keys/version-made-outside, reason: the key manager makes them }\n"),
  );
  expect(guide.indexOf("TF_VAR_")).toBeGreaterThan(0);
  expect(guide.indexOf("TF_VAR_")).toBeLessThan(guide.indexOf("terraform apply -target="));
});
