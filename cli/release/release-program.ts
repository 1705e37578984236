import { report } from "../failure";
import { projectRoot } from "../root";
import { release } from "./release";

release(projectRoot)
  .then(({ versions, date }) => {
    const tags = Object.values(versions).map((version) => `v${version}`);
    process.stdout.write(`${tags.join(" and ")} of ${date} are recorded in releases/\n\n  git add -A && git commit -m "Release ${tags.join(", ")}"${tags.map((tag) => ` && git tag ${tag}`).join("")}\n  npx platform publish\n`);
  })
  .catch(report);
