import type { Dependencies, Review } from "../../report/review";
import { countsText } from "../wording";
import { byLayer } from "./entry";
import { type Layout, layoutOf, type Line, type Place } from "./dependency-layout";
import { html, type Html } from "./html";
import type { Section } from "./section";
import { worstOf } from "./verbs";

// In pixels. A letter of the picture is at most so wide.
const letter = 7.6;
const boxHeight = 52;
const gap = { across: 48, down: 22 };
const margin = 6;

/** What needs what, drawn: a layer whose parts need each other. */
export function dependencySection(review: Review): Section {
  const pictures = byLayer(review, (layer) => (layer.dependencies.needs.length > 0 ? [layer.dependencies] : []), ([dependencies], layer) => pictureHtml(layer, dependencies!));
  const content = html`<p>What stands further left is made first; an arrow leads to what needs it. Arrows that others imply are left out. Parts that change have a thick frame. A dashed arrow leads back, where parts need each other.</p>
${pictures.content}`;
  return { id: "dependencies", title: "Dependencies", count: pictures.count, uncounted: true, content };
}

function pictureHtml(layer: string, dependencies: Dependencies): Html {
  const layout = layoutOf(dependencies.parts.map(({ name }) => name), dependencies.needs);
  return html`<div class="picture" role="group" tabindex="0" aria-label="Dependencies in ${layer}, drawn">${svg(layout, dependencies)}</div>
<details><summary>As text</summary><ul>${dependencies.parts.map((part) => html`<li>${sentence(part, dependencies)}</li>`)}</ul></details>
`;
}

function sentence({ name, counts }: Dependencies["parts"][number], { needs }: Dependencies): string {
  const needed = needs.flatMap(([from, to]) => (from === name && to !== name ? [to] : []));
  return `${name} (${countsText(counts) || "no changes"}) needs ${needed.length === 0 ? "no other part" : needed.join(", ")}`;
}

function svg({ columns, lines }: Layout, { parts }: Dependencies): Html {
  const texts = new Map(parts.map(({ name, counts }) => [name, countsText(counts)]));
  const width = Math.max(...[...texts].flat().map((text) => text.length), 14) * letter + 20;
  const rows = Math.max(...columns.map((column) => column.length));
  const size = { width: columns.length * (width + gap.across) - gap.across + 2 * margin, height: rows * (boxHeight + gap.down) - gap.down + 2 * margin };
  const at = ({ column, row }: Place) => ({ x: margin + column * (width + gap.across), y: size.height / 2 + row * (boxHeight + gap.down) });
  const boxes = parts.map(({ name, counts }) => {
    const { x, y } = at(columns.flat().find((place) => place.name === name)!);
    return html`<g class="part ${worstOf(counts) ?? "same"}"><rect x="${x}" y="${y - boxHeight / 2}" width="${width}" height="${boxHeight}" rx="6"/><text class="name" x="${x + 10}" y="${y - 4}">${name}</text><text x="${x + 10}" y="${y + 15}">${texts.get(name) || "no changes"}</text></g>
`;
  });
  return html`<svg role="img" aria-label="The list below says the same as text." width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}">
${lines.map((line) => arrow(line, at, width))}${boxes}</svg>`;
}

/** The middle of a box's left side. */
interface Point {
  readonly x: number;
  readonly y: number;
}

type At = (place: Place) => Point;

/** From the right side of a box to the left side of the next; through the columns between, straight at the height kept there. */
function arrow({ places, backward }: Line, at: At, width: number): Html {
  const [first, ...rest] = places.map(at);
  if (backward) return backwardArrow(first!, rest[0]!, width);
  let from = { x: first!.x + width, y: first!.y };
  let way = `M${from.x} ${from.y}`;
  rest.forEach((to, index) => {
    way += bend(from, to) + (index < rest.length - 1 ? `h${width}` : "");
    from = { x: to.x + width, y: to.y };
  });
  const end = rest.at(-1)!;
  return html`<path class="line" d="${way}"/><path class="head" d="M${end.x} ${end.y}l-9-5v10z"/>
`;
}

/** Back to the right side of the box that needs it, a little below the other arrows. */
function backwardArrow(from: Point, to: Point, width: number): Html {
  const [start, end] = [{ x: from.x, y: from.y + 12 }, { x: to.x + width, y: to.y + 12 }];
  return html`<path class="line backward" d="M${start.x} ${start.y}${bend(start, end)}"/><path class="head" d="M${end.x} ${end.y}l9-5v10z"/>
`;
}

function bend(from: Point, to: Point): string {
  const middle = (from.x + to.x) / 2;
  return `C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`;
}
