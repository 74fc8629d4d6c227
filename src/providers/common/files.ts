/**
 * Files of a root module that a database must not take, and `override`, which Terraform merges over the
 * others (https://developer.hashicorp.com/terraform/language/files/override).
 */
const TAKEN = new Set([
  "keys",
  "main",
  "monitoring",
  "moved",
  "outputs",
  "override",
  "providers",
  "terraform",
  "variables",
]);

/** The file of a database, without its ending. */
export function databaseFile(database: string): string {
  return TAKEN.has(database) ? `database_${database}` : database;
}
