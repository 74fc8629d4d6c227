"use strict";

const base = require("./jest.config.cjs");

/** The emitted Terraform in the real binary with the real provider: `npm run test:terraform`. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/terraform/**/*.test.ts"],
  globalSetup: "<rootDir>/test/support/terraform/global-setup.cjs",
  globalTeardown: "<rootDir>/test/support/terraform/global-teardown.cjs",
  // Each root takes a core and half a gigabyte while the provider's schema loads.
  maxWorkers: 2,
  // A root waits for its turn on a busy machine.
  testTimeout: 600_000,
  // Shows how long each root module takes.
  verbose: true,
};
