import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { page } from "../../../../review/faces/page/page";
import type { PlannedLayer, Review } from "../../../../review/report/review";
import { inFolder } from "../../../harness";
import { describeUnless } from "../../../skip";
import { bigCreate, nodeGroupReplaced, refused, value } from "../../samples";
import { inTab, type Tab, withoutBrowser } from "./browser";

const inPage = async (review: Review, use: (tab: Tab, url: string) => Promise<void>) =>
  inFolder({ "review.html": page(review) }, async (folder) => inTab(async (tab) => use(tab, pathToFileURL(join(folder, "review.html")).href)));

/** What stands on the page as shown: not hidden, nor in a closed fold. */
const shownAddresses = `[...document.querySelectorAll("[data-verb]")].filter((one) => one.checkVisibility()).map((one) => one.querySelector("code").textContent)`;

function reviewOf2000(): Review {
  const layer = nodeGroupReplaced.layers[1] as PlannedLayer;
  const tags = Array.from({ length: 5 }, (_, index) => `tags["owner-${index}"]`);
  const resource = (type: string, index: number) => ({
    address: `${type}.part_this["key-${index}"]`,
    type,
    what: `thing ${index}`,
    attributes: tags.map((path) => ({ path, before: value("somebody who was here before"), after: value(`number ${index}, who came later`) })),
  });
  const updated = Array.from({ length: 1500 }, (_, index) => resource(`aws_thing_${index % 9}`, index));
  const gone = Array.from({ length: 240 }, (_, index) => ({ ...layer.gone[0]!, ...resource("aws_eks_node_group", index) }));
  return { ...refused, layers: [{ ...layer, updated, gone, created: (bigCreate.layers[0] as PlannedLayer).created }] };
}

describeUnless(withoutBrowser, "the page in Chromium", () => {
  it("2,000 resources are ready within 1.5 s, folded, and nothing hangs over the side at 360 or 1,600 pixels", async () => {
    const large = reviewOf2000();
    expect(Buffer.byteLength(page(large))).toBeLessThan(3_000_000);
    await inPage(large, async (tab, url) => {
      for (const width of [360, 1600]) {
        await tab.open(url, width);
        expect(await tab.evaluate(`performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd`)).toBeLessThan(1500);
        expect(await tab.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
        expect(await tab.evaluate("document.documentElement.scrollHeight")).toBeLessThan(8000);
      }
      const begun = await tab.evaluate("performance.now()");
      await tab.evaluate(`document.forms[0].elements.text.value = "key-239 node_group"; document.forms[0].dispatchEvent(new Event("input")); document.body.offsetHeight`);
      expect(Number(await tab.evaluate("performance.now()")) - Number(begun)).toBeLessThan(500);
      expect(await tab.evaluate(shownAddresses)).toEqual(['aws_eks_node_group.part_this["key-239"]']);
      expect(tab.requests.filter((address) => address !== url)).toEqual([]);
    });
  });

  it("keys lead to the search and out of it, and what is found is shown and counted", async () => {
    await inPage(refused, async (tab, url) => {
      await tab.open(url, 1600);
      const all = await tab.evaluate(shownAddresses);
      for (const key of "/api") await tab.press(key);
      expect(await tab.evaluate(`document.activeElement.value`)).toBe("api");
      expect(await tab.evaluate(shownAddresses)).toEqual(["aws_security_group_rule.cluster_api"]);
      expect(await tab.evaluate(`document.querySelector("output").value`)).toBe("1 of 5 shown");
      await tab.press("Escape");
      await tab.evaluate("new Promise((resolve) => setTimeout(resolve))");
      expect(await tab.evaluate(shownAddresses)).toEqual(all);
      expect(all).toHaveLength(5);
    });
  });

  it("without scripts the page is the same but for the search", async () => {
    await inPage(refused, async (tab, url) => {
      await tab.open(url, 1600, { scripts: false });
      expect(await tab.evaluate(`document.querySelector("form").checkVisibility()`)).toBe(false);
      expect(await tab.evaluate(shownAddresses)).toHaveLength(5);
    });
  });
});
