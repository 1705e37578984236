import { type ModuleDefinition, moduleFiles, type Publication } from "../../kernel";
import { changelog, upgradeNotes } from "../../kernel/published/changelog";
import { costSection } from "../../kernel/published/costs";
import { floor } from "../synth";

const publication: Publication = {
  source: (files) => `app.terraform.io/example/it/${"versions.tf" in files ? "aws" : "null"}`,
  releases: [
    { version: "1.2.0", changes: [] },
    { version: "1.1.0", date: "2026-03-01", changes: [{ text: "A route moves.", plan: "moved" }, { kind: "fixed", text: "A tag.", plan: "in place" }, { kind: "added", text: "An output.", plan: "none" }] },
    { version: "1.0.0", date: "2026-01-31", changes: [{ kind: "added", text: "It.", plan: "none" }] },
  ],
};

const definition: ModuleDefinition = {
  name: "an-it",
  doc: "Makes it.",
  inputs: {},
  example: 'name = "a"',
  notes: "## Before you begin\n\nRead.\n",
  about: { makes: ["It, with `name`."], costs: { basis: "Prices.", fixed: [], byUse: [] } },
  build: () => {},
};

const sections = (text: string) => [...text.matchAll(/^##? .*|^<!-- .*/gm)].map(([line]) => line);

describe("a README", () => {
  it("says how the module is called, with the newest version of its major", () => {
    expect(moduleFiles(definition, floor, publication)["README.md"]).toMatch(/^# an-it\n\nMakes it\.\n\n```hcl\nmodule "an_it" \{\n  source  = "app\.terraform\.io\/example\/it\/aws"\n  version = "~> 1\.2"\n\n  name = "a"\n\}\n```\n/);
  });

  it("has what is to be known first, then the tables, then what a change of version shows", () => {
    const tables = ["## Requirements", "## Providers", "## Modules", "## Resources", "## Inputs", "## Outputs"];
    const before = ["# an-it", "## What is created", "## Costs", "## Before you begin", "<!-- BEGIN_TF_DOCS -->"];
    expect(sections(moduleFiles(definition, floor, publication)["README.md"]!)).toEqual([...before, ...tables, "<!-- END_TF_DOCS -->", "## Upgrade notes"]);
  });

  it("of a module that is not published names its folder, and there is no changelog", () => {
    const files = moduleFiles(definition, floor);
    expect(files["README.md"]).toContain('  source = "./an-it"\n\n');
    expect(Object.keys(files)).not.toContain("CHANGELOG.md");
    expect(Object.keys(moduleFiles(definition, floor, publication))).toContain("CHANGELOG.md");
  });
});

it("a changelog groups what changed and says what a plan shows, and that nothing changed", () => {
  expect(changelog("it", publication.releases)).toContain(`
## 1.2.0 - Unreleased

No changes: all modules are released together, so that modules of one version fit each other.

## 1.1.0 - 2026-03-01

### Added

- An output. Plan: none.

### Changed

- A route moves. Plan: moved.

### Fixed

- A tag. Plan: in place.

## 1.0.0 - 2026-01-31

### Added

- It. Plan: none.
`);
});

it("upgrade notes are of what a plan shows alone", () => {
  expect(upgradeNotes(publication.releases)).toBe("## Upgrade notes\n\n### To 1.1.0\n\n- A route moves. Plan: moved.\n- A tag. Plan: in place.");
  expect(upgradeNotes(publication.releases.slice(2))).toBeUndefined();
});

describe("costs", () => {
  it("are added up for the example; what has no price says so", () => {
    const fixed = [{ part: "gateway", monthly: 32.85, inExample: 2 }, { part: "endpoint", monthly: 7.3, inExample: 0 }, { part: "mesh", monthly: undefined, inExample: 1 }];
    expect(costSection({ basis: "Prices.", fixed, byUse: ["traffic: $1 per GB"] })).toBe(`## Costs

| Fixed part | Each, a month | In the example | A month |
| ---------- | ------------- | -------------- | ------- |
| gateway | $32.85 | 2 | $65.70 |
| endpoint | $7.30 | 0 |  |
| mesh | not priced | 1 | not priced |
| together |  |  | **$65.70**, and what is not priced |

On top, paid by use:

- traffic: $1 per GB

Prices.`);
  });

  it("of a module without fixed parts say so", () => {
    expect(costSection({ basis: "Prices.", fixed: [], byUse: [] })).toBe("## Costs\n\nNo part of this module has a fixed price.");
  });
});
