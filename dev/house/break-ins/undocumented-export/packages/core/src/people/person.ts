export type Person = { readonly name: string }
