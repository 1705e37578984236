import type { TerraformElement } from "./framework";

/** How an element was written in its construct's body. */
export interface Source {
  readonly comment?: string;
  /** Its arguments in the author's order. */
  readonly written?: object;
  /** A variable's type, on as many lines as it takes. */
  readonly type?: string;
}

/** How the elements of a stack were written. */
export class Authored {
  private readonly sources = new Map<TerraformElement, Source>();
  private readonly sections = new Map<TerraformElement, string>();
  private section: string | undefined;

  describe(element: TerraformElement, source: Source): void {
    this.sources.set(element, source);
  }

  sourceOf(element: TerraformElement): Source | undefined {
    return this.sources.get(element);
  }

  /** What `make` declares belongs to a section of the published module. An inner section is one of its own. */
  within<T>(section: string, make: () => T): T {
    const outer = this.section;
    this.section = section;
    try {
      return make();
    } finally {
      this.section = outer;
    }
  }

  /** Notes the section that a new element stands in. */
  place(element: TerraformElement): void {
    if (this.section !== undefined) this.sections.set(element, this.section);
  }

  /** Nothing for what belongs to the heart of the module. */
  sectionOf(element: TerraformElement): string | undefined {
    return this.sections.get(element);
  }
}
