import { App } from "cdktf";
import { bareEnvironments } from "./environment";
import { BareStack } from "./stack";

// node many.cjs <number of environments>
const app = new App();
for (const environment of bareEnvironments(Number(process.argv[2]))) new BareStack(app, environment);
app.synth();
