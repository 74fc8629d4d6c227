import packageJson from "../../package.json";

/** The version of keyspan. */
export const version: string = packageJson.version;
