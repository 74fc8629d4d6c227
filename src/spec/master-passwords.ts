/** How a master password is kept: the only words that its field may have. */
export const MASTER_PASSWORDS = ["managed", "variable", "none"] as const;
