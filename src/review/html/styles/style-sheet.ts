import { css as base } from "./base.css";
import { css as files } from "./files.css";
import { css as media } from "./media.css";
import { css as picture } from "./picture.css";
import { css as resources } from "./resources.css";
import { css as summary } from "./summary.css";

/** The style of the page: colours and type, then its parts from top to bottom, then narrow screens and paper. */
export const STYLE_SHEET: string = [base, summary, picture, resources, files, media].join("\n");
