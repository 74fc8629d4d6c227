import { SQL } from "../../support/google-modules";
import { acceptedSpecs } from "../../support/specs";
import { actionsOf, resourceOf, reviewHcl, reviewSpecs } from "../../support/reviews";

const specs = acceptedSpecs().filter(({ text }) => /name: google\b/.test(text));

test.each(specs)("nothing is said of $file against itself", async ({ text }) => {
  const { resources, settings, unchanged } = await reviewSpecs(text, text);
  expect({ resources, settings }).toEqual({ resources: [], settings: [] });
  expect(unchanged).toBeGreaterThan(0);
});

const review = (before: string, after: string) => reviewHcl(before, after, "google");
const INSTANCE = "google_sql_database_instance.ledger";
const DATABASE = "google_sql_database.ledger";
const STORAGE = "google_kms_crypto_key.storage";

test("a replacement comes with the commands that move the data", async () => {
  const found = await review(SQL, SQL.replace('"SOFTWARE"', '"HSM"'));
  const { migration } = resourceOf(found, INSTANCE);
  const commands = migration?.steps.flatMap(({ command }) => command ?? []).join("\n");
  expect(commands).toContain("gcloud sql backups create --instance=ledger --project=acme");
  expect(resourceOf(found, STORAGE).migration?.title).toBe("Add a new key instead of replacing this one");
});

test("another project is another place for what names none", async () => {
  const found = await review(SQL, SQL.replace('project = "acme"', 'project = "other"'));
  expect(found.settings.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual([
    "project-changed",
  ]);
  expect(actionsOf(found)).toEqual({ [INSTANCE]: "replace", [DATABASE]: "replace" });
});

test("whoever Terraform works as is said", async () => {
  const after = SQL.replace(
    'project = "acme"',
    'project = "acme"\n  impersonate_service_account = "a@b.example"',
  );
  const found = await review(SQL, after);
  expect(found.settings.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual([
    "impersonation-changed",
  ]);
});
