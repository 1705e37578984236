import { explicitExports, fileName } from "./house-style.mjs";
import { importDirections } from "./import-directions.mjs";

// The linter takes a plugin as a default export.
export default {
  meta: { name: "house" },
  rules: { "import-directions": importDirections, "explicit-exports": explicitExports, "file-name": fileName },
};
