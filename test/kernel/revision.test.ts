import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Construct, outputs, revisionOf, tf } from "../../kernel";
import { inFolder, terraformIn } from "../plan";
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
      if (revisions.length === 0) await terraformIn(folder, "init");
      // It counts in seconds.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await terraformIn(folder, "apply", "-auto-approve");
      const printed = JSON.parse(await terraformIn(folder, "output", "-json")) as Record<string, { readonly value: number | null }>;
      expect(printed["it_unwanted"]).toBeUndefined();
      revisions.push(printed["it_wanted"]!.value);
    }
    const [first, same, changed] = revisions as number[];
    expect(same).toBe(first);
    expect(changed).toBeGreaterThan(first!);
  });
});
