/** A catalogue as the build cuts it down for one page. */
declare module "*.json?page=verdict" {
  const texts: typeof import("./en.json");
  export default texts;
}
declare module "*.json?page=dossier" {
  const texts: typeof import("./en.json");
  export default texts;
}
declare module "*.json?page=scan" {
  const texts: typeof import("./en.json");
  export default texts;
}
declare module "*.json?page=offline" {
  const texts: typeof import("./en.json");
  export default texts;
}
