import type { Rule } from "../../../rules/rule";

/** The key that encrypts the state is named as every key is. */
export const backendRule: Rule = ({ spec, catalog, report }) => {
  const id = spec.terraform?.backend?.gcs?.kmsKey;
  if (id === undefined) return;
  const path = ["terraform", "backend", "gcs", "kmsKey"];
  const parsed = catalog.parseKeyIdentifier(id);
  const { key, keyForm: form } = catalog.words;
  if (parsed.kind === "version") report("keys/existing-version", { id, key: parsed.key }, path);
  else if (parsed.kind !== "key") report("keys/existing-malformed", { id, key, form }, path);
};
