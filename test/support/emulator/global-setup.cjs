"use strict";

// Jest wants the function itself; the sources have named exports only.
module.exports = require("./prepare-emulator.ts").prepareEmulator;
