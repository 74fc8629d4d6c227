import fc from "fast-check";

/** Texts made of what means something to Terraform, HCL, JSON, CDKTF or a terminal. */
export const difficultTexts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom("$", "%", "{", "}", "${", "%{", "$${", "%%{", '"', "\\", "'", "`", "~", "#", "//"),
      fc.constantFrom(
        "\n",
        "\r",
        "\t",
        "\u0000",
        "\u007f",
        "\u0085",
        "\u2028",
        "\ufeff",
        "<<EOF",
        "TfToken[",
      ),
      fc.constantFrom("\u{1f511}", "\u00e9", "e\u0301", "a", " ", "null", "for"),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 10 },
  )
  .map((pieces) => pieces.join("").replace(/\p{Surrogate}/gu, ""));
