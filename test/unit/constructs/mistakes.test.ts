import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { App, TerraformOutput, TerraformStack, TerraformVariable } from "cdktf";
import {
  DeploymentStack,
  GlobalDatabase,
  KeySet,
  ReadReplicas,
  SingleRegionDatabase,
  type KeySetConfig,
} from "../../../src/constructs/index";
import { AURORA, KEY, POSTGRES, WHERE } from "../../support/deployments";

let folder = "";

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function createApp(): App {
  return new App({ outdir: folder });
}

describe("what is wrong", () => {
  function refused(build: (orders: DeploymentStack) => unknown, where = WHERE): string {
    const app = createApp();
    build(new DeploymentStack(app, "orders", where));
    try {
      app.synth();
    } catch (error) {
      return (error as Error).message;
    }
    return "nothing";
  }

  test("is an error of the construct and names the option", () => {
    const message = refused((orders) => {
      const key = new KeySet(orders, "storage", { ...KEY, deletionWindowDays: 3 });
      new GlobalDatabase(orders, "ledger", { ...AURORA, key, engine: "postgres" });
    });
    expect(message).toContain("[orders/storage] keys/out-of-range at deletionWindowDays:");
    expect(message).toContain("[orders/ledger] databases/topology-not-for-engine at topology:");
  });

  test("is told with the other place that it is about", () => {
    const message = refused((orders) => {
      new KeySet(orders, "storage", { ...KEY, alias: "shared" });
      new KeySet(orders, "tokens", { ...KEY, alias: "shared" });
    });
    expect(message).toMatch(/\[orders\/tokens\] keys\/alias-clash at alias:.*\(orders\/storage alias: /);
  });

  test("is an error of the deployment when it is about Regions", () => {
    const message = refused((orders) => new KeySet(orders, "storage", KEY), {
      ...WHERE,
      regions: ["us-east-1", "eu-soth-1"],
    });
    expect(message).toContain("[orders] regions/unknown at regions[1]:");
  });

  test("is found in options that the types do not have", () => {
    const message = refused(
      (orders) => new KeySet(orders, "storage", { ...KEY, rotate: true } as KeySetConfig),
    );
    expect(message).toContain("[orders/storage] spec/unknown-field at rotate:");
  });

  test("is found with every layout", () => {
    const message = refused((orders) => new KeySet(orders, "storage", { ...KEY, deletionWindowDays: 3 }), {
      ...WHERE,
      terraform: { layout: "regional" },
    });
    expect(message).toContain("[orders/storage] keys/out-of-range at deletionWindowDays:");
  });

  test.each(["single", "layered"] as const)(
    "stops an app that skips validation, with layout %s",
    (layout) => {
      const app = new App({ outdir: folder, skipValidation: true });
      const orders = new DeploymentStack(app, "orders", { ...WHERE, terraform: { layout } });
      new KeySet(orders, "storage", { ...KEY, deletionWindowDays: 3 });
      expect(() => app.synth()).toThrow("[orders/storage] keys/out-of-range at deletionWindowDays:");
    },
  );
});

test.each(["single", "layered"] as const)("warnings are annotations, with layout %s", (layout) => {
  const app = createApp();
  const orders = new DeploymentStack(app, "orders", { ...WHERE, terraform: { layout } });
  new KeySet(orders, "storage", { ...KEY, strategy: "multi-region" });
  app.synth();
  const manifest = fs.readFileSync(path.join(folder, "manifest.json"), "utf8");
  expect(manifest).toContain("keys/multi-region-without-client-side-use at strategy:");
  expect(manifest).toContain("orders/storage");
});

describe("a program at fault hears it where it is", () => {
  const create = () => {
    const orders = new DeploymentStack(createApp(), "orders", WHERE);
    return { orders, storage: new KeySet(orders, "storage", KEY) };
  };

  test("a key set outside a deployment", () => {
    const stack = new TerraformStack(createApp(), "mine");
    expect(() => new KeySet(stack, "storage", KEY)).toThrow("[mine/storage] must stand in the scope of a");
  });

  test("two key sets of one name", () => {
    const { orders } = create();
    const group = new TerraformVariable(orders, "group", {});
    expect(() => new KeySet(group, "storage", KEY)).toThrow('has "storage" already: orders/storage');
  });

  test("the key of a Region that has none", () => {
    const { storage } = create();
    expect(() => storage.keyArn("eu-central-1")).toThrow(
      "no key in eu-central-1, but in us-east-1, eu-west-1",
    );
  });

  test("the endpoints of a Region that the deployment is not in", () => {
    const { orders, storage } = create();
    const carts = new ReadReplicas(orders, "carts", { ...POSTGRES, key: storage });
    const ledger = new GlobalDatabase(orders, "ledger", { ...AURORA, key: storage });
    const words = "is not in eu-wst-1: the deployment is in us-east-1, eu-west-1";
    expect(() => carts.replicaEndpoints("eu-wst-1")).toThrow(`[orders/carts] ${words}`);
    expect(() => ledger.clusterEndpoint("eu-wst-1")).toThrow(`[orders/ledger] ${words}`);
  });

  test("the alias of a key that stands already", () => {
    const { orders } = create();
    const arns = {
      "us-east-1": "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
    };
    const existing = new KeySet(orders, "existing", { strategy: "existing", arns });
    expect(() => existing.aliasArn("us-east-1")).toThrow(
      "[orders/existing] has no aliasArn for us-east-1: the key stands already, and has keyArn and keyId",
    );
  });

  test("a key set of another deployment", () => {
    const { orders } = create();
    const other = new DeploymentStack(createApp(), "other", WHERE);
    const key = new KeySet(other, "storage", KEY);
    expect(() => new GlobalDatabase(orders, "ledger", { ...AURORA, key })).toThrow(
      "[orders/ledger] key is key set other/storage of another deployment",
    );
  });

  test("a late value where the compiler must know it", () => {
    const { orders } = create();
    const role = new TerraformVariable(orders, "role", { type: "string" });
    const roles = new TerraformVariable(orders, "roles", { type: "list(string)" });
    const tags = { count: role.numberValue } as unknown as Record<string, string>;
    expect(() => new KeySet(orders, "counts", { ...KEY, tags })).toThrow("tags.count is known only when");
    expect(
      () => new KeySet(orders, "lists", { ...KEY, policy: { administrators: roles.listValue } }),
    ).toThrow("policy.administrators[0] is known only when");
    const policy = { administrators: [role.stringValue] };
    expect(() => new KeySet(orders, "tokens", { ...KEY, policy })).toThrow(
      "[orders/tokens] policy.administrators[0] is known only when Terraform runs",
    );
  });

  test("a value that no spec could say", () => {
    const { orders } = create();
    const tags = { since: new Date(0) } as unknown as Record<string, string>;
    expect(() => new KeySet(orders, "tokens", { ...KEY, tags })).toThrow(
      "[orders/tokens] tags.since is neither",
    );
  });

  test("an endpoint that the database does not have", () => {
    const app = createApp();
    const orders = new DeploymentStack(app, "orders", WHERE);
    const key = new KeySet(orders, "storage", KEY);
    const ledger = new SingleRegionDatabase(orders, "ledger", { ...POSTGRES, key });
    new TerraformOutput(orders, "mine", { value: ledger.readerEndpoint });
    expect(() => app.synth()).toThrow(
      "[orders/ledger] has no readerEndpoint: it has arn, endpoint, masterSecretArn",
    );
  });
});
