import type { EngineFacts } from "../../model/engine";

/** Texts that SQL Server itself asks for, whoever runs it: names of collations, and of time zones as Windows has them. */
export const SQLSERVER_FORMS: EngineFacts["forms"] = {
  characterSet: {
    isValid: (text) => /^[A-Za-z][A-Za-z0-9_]*$/.test(text),
    form: "the name of a collation such as SQL_Latin1_General_CP1_CI_AS",
  },
  timeZone: {
    isValid: (text) => /^[A-Za-z][A-Za-z0-9 .()+-]*$/.test(text),
    form: "the name of a time zone as Windows has it, such as Central European Standard Time",
  },
};
