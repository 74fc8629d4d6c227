/** The least version has every write-only argument that is written; 8 is not out. */
export const DEFAULT_PROVIDER_VERSION = ">= 7.20.0, < 8.0.0";
