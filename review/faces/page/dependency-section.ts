import type { Dependencies, PlannedLayer, Review } from "../../report/review";
import { byLayer } from "./entry";
import { type Layout, layoutOf, type Line, type Place } from "./dependency-layout";
import { html, type Html } from "./html";
import type { Section } from "./section";
import { countsText, verbs } from "./words";

// In pixels. A letter of the picture is at most so wide.
const letter = 7.5;
const boxHeight = 52;
const gap = { across: 64, down: 22 };
const margin = 6;

/** What needs what, drawn: a layer whose parts need each other. */
export function dependencySection(review: Review): Section {
  const drawn = review.layers.filter((layer) => layer.outcome === "planned" && isWorthDrawing(layer));
  const content = html`<p>What stands further left is made first; an arrow leads to what needs it. Arrows that others imply are left out. Parts that change have a thick frame.</p>
${byLayer(review, (layer) => (isWorthDrawing(layer) ? pictureHtml(layer) : undefined))}`;
  return { id: "dependencies", title: "Dependencies", count: drawn.length, uncounted: true, content };
}

function isWorthDrawing({ dependencies }: PlannedLayer): boolean {
  return dependencies.parts.length > 1;
}

function pictureHtml({ layer, dependencies }: PlannedLayer): Html {
  const layout = layoutOf(dependencies.parts.map(({ name }) => name), dependencies.needs);
  return html`<div class="picture" role="group" tabindex="0" aria-label="Dependencies in ${layer}, drawn">${svg(layout, dependencies)}</div>
<details><summary>As text</summary><ul>${dependencies.parts.map((part) => html`<li>${sentence(part, dependencies)}</li>`)}</ul></details>
`;
}

function sentence({ name, counts }: Dependencies["parts"][number], { needs }: Dependencies): string {
  const needed = needs.flatMap(([from, to]) => (from === name && to !== name ? [to] : []));
  return `${name} (${countsText(counts) || "unchanged"}) needs ${needed.length === 0 ? "no other part" : needed.join(", ")}`;
}

function svg({ columns, lines }: Layout, { parts }: Dependencies): Html {
  const texts = new Map(parts.map(({ name, counts }) => [name, countsText(counts)]));
  const width = Math.max(...[...texts].flat().map((text) => text.length), 14) * letter + 20;
  const rows = Math.max(...columns.map((column) => column.length));
  const size = { width: columns.length * (width + gap.across) - gap.across + 2 * margin, height: rows * (boxHeight + gap.down) - gap.down + 2 * margin };
  const at = ({ column, row }: Place) => ({ x: margin + column * (width + gap.across), y: size.height / 2 + row * (boxHeight + gap.down) });
  const boxes = parts.map(({ name, counts }) => {
    const { x, y } = at(columns.flat().find((place) => place.name === name)!);
    const worst = verbs.find((verb) => counts[verb] > 0);
    return html`<g class="part ${worst ?? "same"}"><rect x="${x}" y="${y - boxHeight / 2}" width="${width}" height="${boxHeight}" rx="6"/><text class="name" x="${x + 10}" y="${y - 4}">${name}</text><text x="${x + 10}" y="${y + 15}">${texts.get(name) || "unchanged"}</text></g>
`;
  });
  const paths = lines.map((line) => html`<path class="line${line.backward ? " backward" : ""}" d="${way(line, at, width)}" marker-end="url(#arrow)"/>`);
  return html`<svg role="img" aria-label="The list below says the same as text." width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>
${paths}${boxes}</svg>`;
}

type At = (place: Place) => { readonly x: number; readonly y: number };

/** From the right side of a box to the left side of the next; through the columns between, straight at the height kept there. */
function way({ places, backward }: Line, at: At, width: number): string {
  const [first, ...rest] = places.map(at);
  if (backward) return `M${first!.x} ${first!.y + 10} L${rest[0]!.x + width} ${rest[0]!.y + 10}`;
  let from = { x: first!.x + width, y: first!.y };
  let path = `M${from.x} ${from.y}`;
  rest.forEach((to, index) => {
    const half = (to.x - from.x) / 2;
    path += ` C${from.x + half} ${from.y} ${to.x - half} ${to.y} ${to.x} ${to.y}`;
    if (index < rest.length - 1) path += ` h${width}`;
    from = { x: to.x + width, y: to.y };
  });
  return path;
}
