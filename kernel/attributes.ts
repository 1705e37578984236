import type { ComplexList, ComplexObject, IResolvable, StringMap, TerraformDataSource, TerraformMetaArguments, TerraformResource } from "./framework";
import type { Expr, Handle } from "./handle";

type Framework = keyof TerraformResource | keyof TerraformDataSource;
type Methods = `${string}Input` | `reset${string}` | `put${string}`;

/** The attributes of a binding's class as plain values: what the resource has in Terraform. */
export type Attributes<R> = { readonly [K in Exclude<keyof R, Framework | Methods | keyof ComplexObject>]: Attribute<R[K]> };

type Attribute<T> = T extends string | number
  ? T
  : T extends StringMap
    ? Readonly<Record<string, string>>
    : T extends ComplexList & { get(index: number): infer Item }
      ? readonly Attributes<Item>[]
      : T extends ComplexObject
        ? readonly Attributes<T>[]
        : T extends readonly (infer Item)[]
          ? readonly Item[]
          : [T] extends [boolean | IResolvable]
            ? boolean
            : T extends Readonly<Record<string, infer Item>>
              ? Readonly<Record<string, Item>>
              : never;

/** An argument of a binding's configuration, with a handle wherever a value is wanted. */
export type Argument<T> = T extends IResolvable
  ? never
  : T extends string | number | boolean
    ? T | Expr<T extends string ? string | number : T> | Expr<T | null>
    : T extends readonly (infer Item)[]
      ? readonly Argument<Item>[] | Expr<readonly Item[] | null> | Dynamic
      : T extends (...args: never[]) => unknown
        ? never
        : string extends keyof T
          ? Readonly<Record<string, Argument<T[keyof T]>>> | Expr<Readonly<Record<string, T[keyof T]>>>
          : { readonly [K in keyof T]: Argument<T[K]> } | Dynamic;

/** The arguments of a resource or data source, without the meta-arguments that the kernel has itself. */
export type Arguments<C> = { readonly [K in keyof Omit<C, keyof TerraformMetaArguments>]: Argument<C[K]> };

declare const dynamicBlock: unique symbol;
/** A block that is repeated over a collection: see `dynamic` and `optionalBlock`. */
export interface Dynamic {
  readonly [dynamicBlock]: true;
}

/** A resource with `forEach`: one element a key. */
export interface KeyedResource<R> extends Expr<Readonly<Record<string, Attributes<R>>>> {
  /** The element of one key. */
  at(key: string | Expr<string>): Handle<Attributes<R>>;
  /** The element of the key at hand, inside a resource that is repeated over the same keys. */
  readonly each: Handle<Attributes<R>>;
}

/** A resource that is there or not. */
export interface OptionalResource<R> extends Expr<readonly Attributes<R>[]> {
  /** The resource, where it is known to be there: inside what exists under the same condition. */
  readonly only: Handle<Attributes<R>>;
  /** One attribute, or null where the resource is not there. */
  maybe<T>(attribute: (resource: Handle<Attributes<R>>) => Expr<T>): Handle<T | null>;
}
