/** Variables of a process, by name. */
export type Variables = Readonly<Record<string, unknown>>

/** What an expression says of some variables; a fault names why it says nothing. */
export type Evaluated =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: string }

/** An expression made ready once, asked many times. */
export type Expression = (variables: Variables) => Evaluated
