/** Types that a value of a query is bound as. */
export type SqlType =
  | 'text'
  | 'uuid'
  | 'float8'
  | 'date'
  | 'timestamptz'
  | 'jsonb'
  | 'integer'
  | 'text[]'
  | 'uuid[]'
  | 'float8[]'
  | 'date[]'
  | 'timestamptz[]'

/** Numbers the values of one statement. Values never become part of its text. */
export class QueryParams {
  readonly #first: number
  readonly #values: unknown[] = []

  /** @param first number of the first value: 1 when nothing is bound before */
  constructor(first: number) {
    this.#first = first
  }

  /** Keeps the value and gives back its place with its type, such as `$3::uuid`. */
  bind(value: unknown, type: SqlType): string {
    this.#values.push(value)
    return `$${this.next - 1}::${type}`
  }

  /** The number that the next value will have. */
  get next(): number {
    return this.#first + this.#values.length
  }

  get values(): readonly unknown[] {
    return this.#values
  }
}
