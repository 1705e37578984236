import { modules } from "../../modules";

// Everything is loaded that the modules need, and nothing done.
if (modules.length === 0) throw new Error("bug: there are no modules");
