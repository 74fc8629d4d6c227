import packageJson from "../../package.json";

/** The version of keyspan. */
export const version: string = packageJson.version;

/** The packages that `synth` needs beside keyspan, with their versions. */
export const peerDependencies: Readonly<Record<string, string>> = packageJson.peerDependencies;
