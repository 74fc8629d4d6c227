/** Versions of the language that this compiler reads, oldest first. */
export const API_VERSIONS = ["keyspan/v1"] as const;
