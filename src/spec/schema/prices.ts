import { Type, type Static } from "@sinclair/typebox";
import { PRICES_SCHEMA_ADDRESS } from "../identity";
import { choice, fields, mapOf, patterned } from "./helpers";

const amount = (description: string) => Type.Number({ minimum: 0, description });
const count = (minimum: number, description: string) => Type.Integer({ minimum, description });

const requestsSchema = fields(
  {
    per: count(1, "The number of requests that each price is for."),
    free: count(0, "Requests to symmetric keys that cost nothing, in a month and in all Regions together."),
    symmetric: amount("Price of requests to keys for symmetric encryption and for message authentication codes."),
    asymmetric: amount("Price of requests to asymmetric keys."),
    bySpec: Type.Optional(
      mapOf(amount("Price of requests to keys of the spec."), {
        description: "Key spec → price, for asymmetric keys that have one of their own.",
        examples: [{ RSA_2048: 0.03 }],
      }),
    ),
  },
  { description: "Prices of requests. Default: not known." },
);

const perKey = amount("A customer managed key for a month; on Google Cloud each version of one.");
const perRotation = amount("What each rotation adds to the month.");

const protectedPrice = (what: string) =>
  Type.Optional(
    fields(
      {
        perKey,
        perRotation,
        bySpec: Type.Optional(
          mapOf(amount("A key of the spec for a month."), {
            description: "Key spec → price of a key for a month, where keys of it have one of their own.",
            examples: [{ EC_SIGN_P256_SHA256: 2.5 }],
          }),
        ),
      },
      { description: `Prices of keys that are kept ${what}.` },
    ),
  );

const byProtectionSchema = fields(
  {
    software: protectedPrice("in software"),
    hsm: protectedPrice("in hardware security modules"),
    external: protectedPrice("in a key manager outside, over the internet"),
    "external-vpc": protectedPrice("in a key manager outside, over a VPC"),
  },
  {
    description:
      "Protection → prices, where keys that are protected so have their own. Default: `perKey` and `perRotation` for every protection.",
    examples: [{ hsm: { perKey: 1, perRotation: 1 } }],
  },
);

const priceListSchema = fields(
  {
    currency: patterned("^[A-Z]{3}$", "three capital letters, such as `USD`", { description: "Currency, ISO 4217." }),
    asOf: patterned("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a date such as `2026-01-31`", {
      description: "The day on which the prices were so.",
    }),
    source: Type.String({ minLength: 1, description: "Where the prices are from: a page, or an agreement." }),
    perKey,
    perRotation,
    chargedRotations: Type.Union(
      [
        count(0, "So many rotations."),
        Type.Literal("all", { description: "Every rotation adds to the price, for ever." }),
      ],
      {
        description:
          "The number of rotations after which the price of a key no longer rises; `all`: it rises with every one.",
      },
    ),
    byProtection: Type.Optional(byProtectionSchema),
    requests: Type.Optional(requestsSchema),
  },
  { description: "Prices in one partition; they take the place of those that keyspan knows." },
);

/** A file of prices for `keyspan cost --prices`. */
export const pricesSchema = fields(
  {
    apiVersion: choice(["keyspan-prices/v1"], { description: "Version of the file's form." }),
    prices: mapOf(priceListSchema, { description: "Partition → its prices.", examples: [{ aws: {} }] }),
  },
  {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: PRICES_SCHEMA_ADDRESS,
    title: "keyspan price file, version 1",
    description: "What a provider takes for keys, by partition.",
  },
);

/** The file as written, after the shape is proved. */
export type PricesSpec = Static<typeof pricesSchema>;
