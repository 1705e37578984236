import { readFileSync } from "node:fs";
import { reviewOf } from "../../review/report/review-of";

// node review.cjs <plan as JSON>
const plan = JSON.parse(readFileSync(process.argv[2]!, "utf8")) as unknown;
const review = reviewOf({ environment: "large", at: new Date(), plannedIn: { kind: "local" }, allowed: [], layers: [{ layer: "large", outcome: "planned", plan, onOldOutputsOf: [] }] });
process.stdout.write(review.verdict.sentence);
