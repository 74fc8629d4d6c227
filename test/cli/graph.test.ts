import { PICTURED_EXAMPLES } from "../../scripts/pictures";
import { listFiles, readText } from "../support/repository";
import { runInMemory } from "../support/run-in-memory";

const EXAMPLE = "examples/aurora-global-multi-region-keys.yaml";
const graph = (...args: string[]) =>
  runInMemory({ "checkout.yaml": readText(EXAMPLE) }, ["graph", "checkout.yaml", ...args]);

test("the picture is Mermaid unless another form is asked for, and the one of the emitted README", async () => {
  const { exitCode, out } = await graph();
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^flowchart LR\n/);
  expect(readText("out/checkout/README.md")).toContain(`\`\`\`mermaid\n${out}\`\`\``);
});

test.each(PICTURED_EXAMPLES)(
  "the picture of %s in the documents is what graph prints (npm run docs)",
  async (name) => {
    const specs = { "spec.yaml": readText(`examples/${name}.yaml`) };
    const { out } = await runInMemory(specs, ["graph", "spec.yaml", "--format", "svg"]);
    expect(out).toBe(readText(`docs/pictures/${name}.svg`));
  },
);

test("every picture of the documents is drawn by the script", () => {
  expect(listFiles("docs/pictures")).toEqual(PICTURED_EXAMPLES.map((name) => `docs/pictures/${name}.svg`));
});

test("the picture in DOT has a box for each key and each cluster", async () => {
  const { out } = await graph("--format", "dot");
  expect(out.match(/shape=hexagon/g)).toHaveLength(4);
  expect(out.match(/shape=cylinder/g)).toHaveLength(2);
});

test("a spec with errors has no picture", async () => {
  const { exitCode, out } = await runInMemory({ "a.yaml": "apiVersion: keyspan/v1\n" }, ["graph", "a.yaml"]);
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
});
