/**
 * One rule, read twice: `holds` judges a value at synth, `condition` is the same judgement in Terraform.
 * Rules come from the combinators below, so neither side is written by hand, and tests hold the two together.
 */
export interface Rule<in T> {
  /** Kebab-case, unique in the project. */
  readonly id: string;
  /** What is allowed, as a noun phrase. Both readers print it. */
  readonly expected: string;
  readonly why?: string;
  holds(value: T): boolean;
  /** The same as HCL, over the text of a reference. Never fails: it is true or false. */
  condition(reference: string): string;
  /** The nearest value that is allowed. */
  suggest?(value: T): unknown;
  /** Name of the field that an object's rule judges; the problem is shown there. A dot leads into an inner object. */
  readonly field?: string;
  /** Fields that the words name. Terraform's message spells them its own way. */
  readonly named?: readonly string[];
  /**
   * What Terraform's message prints in place of the value, as HCL. A rule that can be broken while a part of the value is
   * unknown must give it, and name known parts alone.
   */
  shown?(reference: string): string;
}

/** In place of a rule's own words. */
export interface Words {
  readonly expected?: string;
  readonly why?: string;
}
