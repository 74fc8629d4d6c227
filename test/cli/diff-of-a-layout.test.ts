import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { createProcessHost } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { ROOT } from "../support/repository";

/* The commands that move states name folders: of the working tree, and of a checkout of what was applied. */

let base = "";

beforeEach(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
});

afterEach(() => {
  fs.rmSync(base, { recursive: true, force: true });
});

async function commandsFor(out: string): Promise<string> {
  let printed = "";
  const host = { ...createProcessHost(ROOT), printOut: (text: string) => void (printed += text) };
  const specOf = (layout: string) => {
    const file = path.join(base, "orders.yaml");
    fs.writeFileSync(
      file,
      `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
terraform: { layout: ${layout} }
primaryRegion: us-east-1
regions: [us-east-1]
keys: { storage: { strategy: single-region } }
`,
    );
    return file;
  };
  await main(host, ["emit", specOf("single"), "--out", out, "--quiet"]);
  await main(host, ["diff", specOf("layered"), "--out", out]);
  return printed;
}

test("a folder outside the working folder is not looked for below a checkout", async () => {
  const out = path.join(base, "out");
  const folder = path.relative("", out);
  const commands = await commandsFor(out);
  expect(commands).toContain(`terraform -chdir=${folder}/orders/orders-keys init`);
  expect(commands).toContain('terraform -chdir="../applied/<folder of the deployment there>" state pull');
});

test("a folder with spaces is quoted", async () => {
  const commands = await commandsFor(path.join(base, "my out"));
  expect(commands).toMatch(/-chdir="[^"]+\/my out\/orders\/orders-keys" init/);
});
