/*
 * What examples/aurora-global-per-region-keys.yaml describes, in an app of your own: an Aurora Global Database in three
 * Regions, each encrypted with its own Region's key, and a stack that uses its endpoints.
 */
import { App, TerraformOutput, TerraformStack } from "cdktf";
import { DeploymentStack, GlobalDatabase, KeySet } from "keyspan";

const app = new App();

const orders = new DeploymentStack(app, "orders", {
  provider: {
    name: "aws",
    account: "111122223333",
    tags: { team: "payments", environment: "production" },
  },
  terraform: {
    backend: {
      s3: { bucket: "acme-terraform-state", region: "us-east-1", keyPrefix: "keyspan/orders" },
    },
  },
  primaryRegion: "us-east-1",
  regions: {
    "us-east-1": {
      subnetIds: ["subnet-0a11", "subnet-0b11", "subnet-0c11"],
      securityGroupIds: ["sg-0d11"],
    },
    "eu-west-1": { subnetGroupName: "private-databases", securityGroupIds: ["sg-0d22"] },
    "ap-southeast-2": { subnetGroupName: "private-databases", securityGroupIds: ["sg-0d33"] },
  },
});

const storage = new KeySet(orders, "storage", {
  strategy: "single-region",
  policy: {
    administrators: ["arn:aws:iam::111122223333:role/KeyAdmin"],
    operators: ["arn:aws:iam::111122223333:role/DatabaseDeployer"],
  },
});

const ledger = new GlobalDatabase(orders, "ledger", {
  engine: "aurora-postgresql",
  engineVersion: "16.6",
  key: storage,
  databaseName: "ledger",
  instances: { class: "db.r6g.large", count: 2 },
  regions: {
    "eu-west-1": { instances: { count: 1 } },
    "ap-southeast-2": { instances: { count: 1 } },
  },
});

// Values are tokens: another stack of the app reads them through the state of the deployment.
const reports = new TerraformStack(app, "reports");
for (const region of orders.regions) {
  new TerraformOutput(reports, `reader-${region}`, { value: ledger.readerEndpoint(region) });
}
new TerraformOutput(reports, "key", { value: storage.keyArn("eu-west-1") });

app.synth();
