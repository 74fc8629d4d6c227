import { Type, type Static } from "@sinclair/typebox";
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

const priceListSchema = fields(
  {
    currency: patterned("^[A-Z]{3}$", "three capital letters, such as `USD`", { description: "Currency, ISO 4217." }),
    asOf: patterned("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a date such as `2026-01-31`", {
      description: "The day on which the prices were so.",
    }),
    source: Type.String({ minLength: 1, description: "Where the prices are from: a page, or an agreement." }),
    perKey: amount("A customer managed key for a month."),
    perRotation: amount("What each rotation adds to the month."),
    chargedRotations: count(0, "The number of rotations after which the price of a key no longer rises."),
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
  { title: "keyspan price file, version 1", description: "What a provider takes for keys, by partition." },
);

/** The file as written, after the shape is proved. */
export type PricesSpec = Static<typeof pricesSchema>;
