/** Someone who works. */
export type Person = { readonly name: string }
