"use strict";

const base = require("./jest.config.cjs");

// The SDK only reads what is there; which Node comes after this one is not its concern.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

/** The emitted Terraform applied to an emulator of AWS: `npm run test:emulator`. */
module.exports = {
  ...base,
  testMatch: ["<rootDir>/test/emulator/**/*.test.ts"],
  globalSetup: "<rootDir>/test/support/emulator/global-setup.cjs",
  globalTeardown: "<rootDir>/test/support/emulator/global-teardown.cjs",
  // The provider asks every half a minute how far a database is: most of the time is spent waiting.
  maxWorkers: 6,
  testTimeout: 2_400_000,
  // A scenario is a story: what is destroyed at its end must have been there before.
  randomize: false,
  verbose: true,
};
