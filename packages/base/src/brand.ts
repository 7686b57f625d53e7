declare const brand: unique symbol;

/** A `T` that has passed the check named `Name`; a plain `T` cannot stand in for it. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
