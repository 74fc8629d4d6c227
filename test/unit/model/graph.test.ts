import { deploymentDiagram } from "../../../src/model/graph";
import { readText } from "../../support/repository";
import { compileAccepted } from "../../support/specs";

const draw = (name: string) =>
  deploymentDiagram(compileAccepted({ name, text: readText(`examples/${name}.yaml`) }).plan);

test("copies of backups stand in the Region that they go to, encrypted with its key", () => {
  const { groups, edges } = draw("rds-postgres-read-replicas");
  const copies = "replicated backups of billing-invoices eu-north-1";
  expect(groups.find(({ title }) => title === "eu-north-1")?.nodes).toMatchObject([
    { id: "key storage eu-north-1" },
    { id: copies, lines: ["invoices", "replicated backups"], shape: "note" },
    { id: "snapshot copies of billing-invoices eu-north-1", shape: "note" },
  ]);
  expect(edges.filter(({ to }) => to === copies)).toEqual([
    { from: "key storage eu-north-1", to: copies, label: "encrypts", line: "dotted" },
    {
      from: "member billing-invoices-eu-west-1",
      to: copies,
      label: "replicates backups",
      line: "thick",
    },
  ]);
});

test("a key that encrypts something beside the data says what", () => {
  const { edges } = draw("rds-postgres-read-replicas");
  expect(edges.filter(({ from }) => from === "key logs eu-central-1")).toEqual([
    {
      from: "key logs eu-central-1",
      to: "member billing-invoices-eu-central-1-replica-1",
      label: "encrypts logs",
      line: "dotted",
    },
  ]);
});

test("what others create is dashed: existing keys, keys of the provider, adopted clusters", () => {
  const dashed = (name: string) =>
    draw(name)
      .groups.flatMap(({ nodes }) => nodes)
      .filter(({ border }) => border === "dashed")
      .map(({ lines }) => lines.at(-1));
  expect(new Set(dashed("aurora-global-existing-keys"))).toEqual(new Set(["existing key"]));
  expect(new Set(dashed("china-provider-keys"))).toEqual(
    new Set(["provider managed key", "provider owned key"]),
  );
  expect(dashed("aurora-serverless-adopted")).toEqual(["existing primary cluster"]);
});

test.each(["aurora-global-multi-region-keys", "aurora-global-per-region-keys", "rds-postgres-read-replicas"])(
  "every line of %s joins two boxes, a box has one number, and no line is drawn twice",
  (name) => {
    const { groups, edges } = draw(name);
    const ids = groups.flatMap(({ nodes }) => nodes.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(edges.filter(({ from, to }) => !ids.includes(from) || !ids.includes(to))).toEqual([]);
    expect(new Set(edges.map(({ from, to }) => `${from} ${to}`)).size).toBe(edges.length);
  },
);
