import { createProcessHost } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { ROOT, readText } from "../support/repository";

/** What `show` prints of an example. */
async function show(example: string): Promise<string[]> {
  let printed = "";
  const host = {
    ...createProcessHost(ROOT),
    readBytes: (file: string) => Buffer.from(readText(`examples/${file}`)),
    printOut: (text: string) => void (printed += text),
  };
  expect(await main(host, ["show", example])).toBe(0);
  return printed.trimEnd().split("\n");
}

/** The lines of a Region, without the tree that is drawn before them. */
function linesOf(region: string, lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.includes(`─ ${region}`));
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => /^[├└]/.test(line));
  return (end === -1 ? rest : rest.slice(0, end)).map((line) => line.replace(/^[│├└─ ]+/, ""));
}

test("a Region shows its keys, its members, what encrypts them and where they stand", async () => {
  expect(linesOf("us-east-1", await show("aurora-global-per-region-keys.yaml"))).toEqual([
    "key storage: single-Region key for database",
    "alias orders/storage",
    "rotated every 365 days",
    "database ledger: primary cluster, aurora-postgresql 16.6",
    "orders-ledger-us-east-1, 2 instances of db.r6g.large",
    "encrypted with key storage: storage, performance history, logs",
    "subnet group: new",
  ]);
});

test("a Region that only takes backups and copied snapshots shows them with the key that encrypts them there", async () => {
  expect(linesOf("eu-north-1", await show("rds-postgres-read-replicas.yaml")).slice(3)).toEqual([
    "backups of database invoices: replicated from eu-west-1",
    "encrypted with key storage",
    "snapshot of database invoices: copy of before-migration",
    "encrypted with key storage",
  ]);
});

test("an adopted cluster stands in its Region, though nothing is written there", async () => {
  expect(linesOf("us-west-2", await show("aurora-serverless-adopted.yaml"))).toEqual([
    "database products: primary cluster, aurora-postgresql 16.6",
    "catalog-products, adopted: it stands already and is managed elsewhere",
  ]);
});

test("the tree is no wider than a terminal", async () => {
  for (const example of ["aurora-global-per-region-keys.yaml", "rds-postgres-read-replicas.yaml"])
    expect((await show(example)).filter((line) => line.length > 80)).toEqual([]);
});

test("what is piped is not coloured, though a service that builds says that it takes colours", () => {
  // Undefined would let the library of colours decide, which asks for CI in the environment.
  expect(createProcessHost(ROOT).isTerminal).toBe((process.stderr as { isTTY?: boolean }).isTTY === true);
});
