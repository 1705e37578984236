import { Progress } from "../progress";
import { publish, type PublishOptions } from "./publish";

/** 0 when all is published, 2 when something would be with `--yes`, 1 when something is refused or failed. */
export async function publishCommand(root: string, options: PublishOptions): Promise<void> {
  const { delivered, there, waiting } = await publish(root, options, new Progress());
  const told = options.yes ? `${delivered} published, ${there} there already` : `${waiting} to publish, ${there} there already`;
  process.stdout.write(`${told}${waiting > 0 ? "; nothing was written: --yes publishes" : ""}\n`);
  process.exitCode = waiting > 0 ? 2 : 0;
}
