export { loadTemplates } from "./load-templates";
export { renderWithTemplates } from "./render-with-templates";
