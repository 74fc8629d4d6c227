import type { Migration, PlacementChange } from "../../../terraform/live-behaviour";

const GUIDE =
  "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support";

const toArgument: Migration = {
  title: "Write every resource's Region to the state before its alias goes",
  steps: [
    {
      text: 'With `regionStyle: alias`, admit provider 6 (`provider.version: ">= 6.0.0, < 7.0.0"`), emit, and take the new provider in every root module.',
      command: "terraform init -upgrade",
    },
    {
      text: "Let the provider write the Region of every resource to the state; nothing in the live system changes.",
      command: "terraform apply -refresh-only",
    },
    {
      text: "Now change `regionStyle` to `argument`, emit, and plan: nothing may differ.",
      command: "terraform plan",
    },
  ],
};

const toAlias: Migration = {
  title: "Have the state know every resource's Region while the argument goes",
  steps: [
    {
      text: "With `regionStyle: argument` still, let the provider write the Region of every resource to the state.",
      command: "terraform apply -refresh-only",
    },
    {
      text: "Now change `regionStyle` to `alias`, emit, and plan: nothing may differ.",
      command: "terraform plan",
    },
  ],
};

/** From provider aliases to the `region` argument of provider 6, and back. */
export const placementChange: PlacementChange = {
  finding: {
    kind: "refused",
    code: "region-style-changed",
    message: `Every resource stays in its Region and says it in another way. A state that does not know the Regions yet has Terraform look for them in the default Region, not find them, and create them a second time (${GUIDE}): take the steps below first.`,
  },
  migrations: { argument: toArgument, alias: toAlias },
};
