"use strict";

module.exports = require("./prepare-terraform.ts").cleanUpTerraform;
