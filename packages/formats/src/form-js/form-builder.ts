import { type FormPart, isUsableKey } from '@millrace/core/process'
import type { FormJsNote } from './left-out.ts'

/** Where a component stands: what it is seen by, and under which path its values are. */
export type Surroundings = {
  /** Conditions of what it is in. */
  readonly visible: readonly string[]
  readonly path: string
  readonly depth: number
}

/** A form as it is being taken over. */
export class FormBuilder {
  readonly parts: FormPart[] = []
  readonly notes: FormJsNote[] = []
  readonly #keys = new Set<string>()

  note(code: FormJsNote['code'], params: FormJsNote['params'] = {}): void {
    this.notes.push({ code, params })
  }

  add(part: FormPart): void {
    this.parts.push(part)
  }

  /** A key that expressions can name, and that no other field has. */
  keyFor(written: string): string {
    const plain = written.replaceAll(/\W/g, '_') || 'field'
    const usable = isUsableKey(plain) ? plain : `field_${plain}`.slice(0, 90)
    let key = usable
    for (let number = 2; this.#keys.has(key); number += 1) key = `${usable}_${number}`
    this.#keys.add(key)
    if (key !== written) this.note('formjs.key_renamed', { key: written, renamed: key })
    return key
  }
}

/** All of these conditions; null when there are none. */
export function allOf(conditions: readonly string[]): string | null {
  if (conditions.length === 0) return null
  const [first] = conditions
  return conditions.length === 1 && first !== undefined
    ? first
    : conditions.map((one) => `(${one})`).join(' and ')
}
