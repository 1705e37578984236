/** The look of the page. Colours are a help: a sign and a word stand beside each. */
export const style = `
:root { color-scheme: light dark; --ground: #fff; --soft: #f4f5f7; --text: #1b1f24; --quiet: #57606a; --line: #c3cad2; --link: #0550ae;
  --replace: #a3210f; --delete: #a3210f; --update: #7a4d00; --create: #116329; --forget: #57606a; --import: #0550ae; --move: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ground: #14181d; --soft: #1f252c; --text: #e8ebee; --quiet: #a4adb7; --line: #444d57; --link: #79b8ff;
  --replace: #ff9a8b; --delete: #ff9a8b; --update: #f0c060; --create: #6fdd8b; --forget: #a4adb7; --import: #79b8ff; --move: #79b8ff; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; }
body { margin: 0; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; padding: .5rem; background: var(--ground); }
header, main, nav { padding: 0 1rem; }
header { padding-top: 1rem; max-width: 90rem; }
h1 { font-size: 1.1rem; margin: 0; } h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; border-bottom: 1px solid var(--line); } h3 { font-size: 1.05rem; margin: 1.2rem 0 .4rem; }
p { margin: .3rem 0; } ul { padding-left: 1.3rem; margin: .4rem 0; } .plain { list-style: none; padding: 0; }
.quiet, .count { color: var(--quiet); } .count { font-weight: normal; font-size: 1rem; }
.verdict { margin: .8rem 0; padding: .8rem 1rem; background: var(--soft); border-left: 8px solid var(--create); }
.verdict.changes { border-color: var(--update); } .verdict.refused, .verdict.failed { border-color: var(--delete); }
.verdict .said { font-size: clamp(1.1rem, 2.5vw, 1.5rem); line-height: 1.35; font-weight: 600; margin: 0; } .verdict .said::first-letter { text-transform: uppercase; }
code, pre { font: .875em/1.45 ui-monospace, Menlo, Consolas, monospace; } code { white-space: pre-wrap; }
code.address { color: var(--quiet); display: block; } pre { white-space: pre-wrap; background: var(--soft); padding: .6rem; margin: .4rem 0; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
nav a { display: inline-block; padding: .2rem 0; }
.filter { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; padding: .6rem 0; background: var(--ground); }
.filter[hidden] { display: none; }
.filter label { display: grid; font-size: .875rem; } .filter .text { flex: 1 1 14rem; }
input, select, button { font: inherit; color: inherit; background: var(--soft); border: 1px solid var(--quiet); border-radius: 4px; padding: .3rem .5rem; min-width: 0; max-width: 100%; }
output { flex-basis: 100%; color: var(--quiet); font-size: .875rem; min-height: 1.3em; }
summary { cursor: pointer; padding: .35rem .3rem; border-radius: 4px; } summary:hover { background: var(--soft); }
.entry, .group { margin: .3rem 0; border: 1px solid var(--line); border-radius: 6px; padding: .1rem .5rem; }
.entry { border-left: 4px solid var(--line); } .group details.entry { content-visibility: auto; contain-intrinsic-block-size: auto 3rem; }
details[open] > :last-child { margin-bottom: .6rem; }
.group > summary { font-weight: 600; } li.entry { padding: .3rem .5rem; }
.verb { font-weight: 600; white-space: nowrap; margin-right: .4rem; } .sentence { font-weight: 600; }
.replace { border-left-color: var(--replace); } .replace > .verb, .replace > summary > .verb { color: var(--replace); }
.delete { border-left-color: var(--delete); } .delete > summary > .verb { color: var(--delete); }
.update { border-left-color: var(--update); } .update > summary > .verb { color: var(--update); }
.forget { border-left-color: var(--forget); } .create { border-left-color: var(--create); } .create > .verb { color: var(--create); }
.tag { border: 1px solid var(--quiet); border-radius: 1rem; padding: 0 .5rem; font-size: .8rem; white-space: nowrap; } .tag-loss { border-color: var(--delete); color: var(--delete); font-weight: 600; }
.guard { border-left: 4px solid var(--delete); padding: .2rem .8rem; margin: .5rem 0; } .guard.allowed { border-color: var(--quiet); }
.keys code { margin-right: .5rem; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .9375rem; } caption { text-align: left; color: var(--quiet); }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem .25rem 0; border-top: 1px solid var(--line); font-weight: normal; } th { min-width: 6.5rem; }
thead th { border: 0; color: var(--quiet); } td { font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem .8rem; margin: .3rem 0; } dt { color: var(--quiet); } dd { margin: 0; }
.big { font-size: 1.3rem; }
.bar { display: block; width: 100%; max-width: 12rem; height: .5rem; background: var(--soft); border: 1px solid var(--quiet); } .bar rect { fill: var(--quiet); } .bar.short rect { fill: var(--delete); }
.picture { overflow-x: auto; padding: .5rem 0; } .picture svg { display: block; }
.part rect { fill: var(--ground); stroke: var(--quiet); stroke-dasharray: 4 3; } .part text { fill: var(--text); font-size: 13px; } .part .name { font-weight: 600; font-size: 14px; }
.part:not(.same) rect { fill: var(--soft); stroke-width: 3; stroke-dasharray: none; } .part.replace rect, .part.delete rect { stroke: var(--delete); } .part.update rect { stroke: var(--update); } .part.create rect { stroke: var(--create); }
.line { fill: none; stroke: var(--quiet); stroke-width: 1.5; } .backward { stroke-dasharray: 5 4; } .head { fill: var(--quiet); }
@media (min-width: 70rem) { .columns { display: grid; grid-template-columns: 16rem minmax(0, 74rem); } nav { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; } nav ul { display: block; } }
@media (min-width: 40rem) and (min-height: 30rem) { .filter { position: sticky; top: 0; z-index: 1; } }
@media (max-width: 40rem) { .wide thead { position: absolute; left: -99rem; } .wide tr { display: block; padding: .4rem 0; border-top: 1px solid var(--line); } .wide th, .wide td { display: block; border: 0; padding: 0; }
  .attributes td:nth-child(2)::before { content: "Before: "; color: var(--quiet); } .attributes td:nth-child(3)::before { content: "After: "; color: var(--quiet); }
  .wide td[data-label]::before { content: attr(data-label) ": "; color: var(--quiet); } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print { nav, .filter, .skip { display: none; } details::details-content { content-visibility: visible; block-size: auto; } .group details.entry { content-visibility: visible; break-inside: avoid; } }
`;
