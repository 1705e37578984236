import { ask, hasTerminal } from "../deploy/question";
import type { Interruptions } from "../interrupt";
import type { Progress } from "../progress";
import { stopTerraformAtOnce, terraformRuns } from "./terraform";

/** The first Ctrl-C lets Terraform end in good order. A second asks whether to stop it at once, where somebody can be asked. */
export function terraformEnding(environment: string, progress: Progress, terminal = hasTerminal()): Interruptions {
  let asking = false;
  return {
    first: () => {
      if (terraformRuns()) progress.tell("          interrupted: Terraform is ending in good order, saves the state and gives back the lock …");
    },
    further: async (ended) => {
      if (asking || !terminal || !terraformRuns()) return;
      asking = true;
      const left = `Its lock would stay, and what it is making may be in AWS and in no state; \`npx platform doctor ${environment}\` finds both.`;
      try {
        const answer = await progress.hold(() => ask(`\nTerraform is still ending. ${left}\nStop it at once? [y/N] `, ended));
        if (/^y(es)?$/i.test(answer)) stopTerraformAtOnce();
      } finally {
        asking = false;
      }
    },
  };
}
