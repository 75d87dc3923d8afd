/** A value that can fill a place in a refusal's sentence. */
export type RefusalParam = string | number | boolean | null | readonly string[]

/**
 * An expected "no": the world is fine, the request is not. `code` is stable and listed in the
 * contract's catalogue; the sentence is written by whoever shows it.
 */
export type Refusal = {
  readonly code: string
  readonly params?: Readonly<Record<string, RefusalParam>>
}
