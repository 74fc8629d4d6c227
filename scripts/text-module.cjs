"use strict";
/* Imports a style sheet as its text: for esbuild, and for Jest, of which this file is a transformer. */
const textModule = (text) => `exports.css = ${JSON.stringify(text)};`;

module.exports = { textModule, process: (text) => ({ code: textModule(text) }) };
