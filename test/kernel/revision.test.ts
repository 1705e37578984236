import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Construct, outputs, revisionOf, tf } from "../../kernel";
import { apply, inFolder, init, outputAll } from "../harness";
import { synthStack } from "../synth";

/** Prints the revision of what is told, and of what is not wanted. */
function root(told: string) {
  return synthStack((stack) => {
    const it = new Construct(stack, "it");
    const revision = (id: string, wanted: boolean) => revisionOf(it, id, { wanted: tf`${wanted}`, told: [told, "same"], comment: "Why." });
    outputs(it, { wanted: { value: revision("wanted", true), doc: "Revision." }, unwanted: { value: revision("unwanted", false), doc: "None." } });
  });
}

it("a revision rises with a change of what it is told, and with nothing else", async () => {
  await inFolder({ "main.tf.json": root("a") }, async (folder) => {
    const revisions: unknown[] = [];
    for (const told of ["a", "a", "b"]) {
      writeFileSync(join(folder, "main.tf.json"), JSON.stringify(root(told)));
      if (revisions.length === 0) await init({ terraformDir: folder });
      // It counts in seconds.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await apply({ terraformDir: folder });
      const printed = await outputAll({ terraformDir: folder });
      expect(printed).not.toHaveProperty("it_unwanted");
      revisions.push(printed["it_wanted"]);
    }
    const [first, same, changed] = revisions as number[];
    expect(same).toBe(first);
    expect(changed).toBeGreaterThan(first!);
  });
});
