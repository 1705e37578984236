import { App } from "cdktf";
import { bareEnvironments } from "./environment";
import { BareStack } from "./stack";

const app = new App();
for (const environment of bareEnvironments(1)) new BareStack(app, environment);
app.synth();
