import type { Inputs, Value } from "./schema";

declare const type: unique symbol;

/**
 * An opaque Terraform expression of type `T`. It has no string or number methods: JavaScript never sees a value.
 * Use it as an argument, or inside `tf` and `text`.
 */
export interface Expr<out T> {
  readonly [type]: T;
}

/** An expression whose parts can be reached, typed as in Terraform. */
export type Handle<T> = Expr<T> & Parts<T>;

type Parts<T> = [T] extends [string | number | boolean | null]
  ? unknown
  : null extends T
    ? unknown
    : T extends readonly (infer E)[]
      ? { at(index: number | Expr<number>): Handle<E> }
      : string extends keyof T
        ? Keyed<T[keyof T]>
        : { readonly [K in keyof T]-?: Handle<T[K]> };

interface Keyed<V> {
  /** The element of one key. */
  at(key: string | Expr<string>): Handle<V>;
  /** The element at hand inside a resource with `forEach` over this collection. */
  readonly each: Each<V>;
}

export interface Each<V> {
  readonly key: Handle<string>;
  readonly value: Handle<V>;
}

/** Anything with keys known at plan that a resource can be repeated over. */
export interface Collection<V> extends Expr<Readonly<Record<string, V>>> {
  readonly each: Each<V>;
}

/** The handles of a construct's inputs. */
export type Handles<F extends Inputs> = { readonly [K in keyof F]: Handle<Value<F>[K]> };

/** A value, or a handle at any depth. What wiring passes to a construct. */
export type Given<T> =
  | Expr<T>
  | (T extends string | number | boolean | null | undefined
      ? T
      : T extends readonly (infer E)[]
        ? readonly Given<E>[]
        : { readonly [K in keyof T]: Given<T[K]> });
