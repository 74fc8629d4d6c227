"use strict";

module.exports = require("./prepare-emulator.ts").cleanUpEmulator;
