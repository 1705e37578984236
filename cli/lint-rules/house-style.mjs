import { basename } from "node:path";

/** What a file exports can be read in it. */
export const explicitExports = {
  create(context) {
    return {
      ExportAllDeclaration(node) {
        context.report({ node, message: `expected exports by name, got "export *"` });
      },
    };
  },
};

/** A file is named for the noun it exports, so these names say that it has none. */
export const fileName = {
  create(context) {
    return {
      Program(node) {
        const [name] = basename(context.filename).split(".");
        if (/^(utils?|helpers?|common|misc|manager)$/.test(name)) context.report({ node, message: `expected a file named for the noun it exports, got "${name}"` });
      },
    };
  },
};
