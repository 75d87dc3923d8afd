import { findFormFaults } from './find-form-faults.ts'
import { type FormExpression, isHomonym, isUsableKey, readExpression } from './form-expression.ts'
import type { FaultPlace, FormFault } from './form-fault.ts'
import { orderFields } from './form-order.ts'
import { FORM_PARTS_MAX, type FormField, type FormNote, type FormSchema, isFormField } from './form-schema.ts'
import { type FormTemplate, readTemplate } from './form-template.ts'

/** A field with its expressions, each compiled once. */
export type CompiledField = {
  readonly kind: 'field'
  readonly field: FormField
  /** All must be true: its own condition and that of its section. */
  readonly visible: readonly FormExpression[]
  readonly computed: FormExpression | null
  readonly required: FormExpression | null
  readonly readOnly: FormExpression | null
  readonly defaultFrom: FormExpression | null
  readonly optionsFrom: FormExpression | null
  readonly pattern: FormExpression | null
  readonly check: FormExpression | null
}

/** A heading or text with its expressions. */
export type CompiledNote = {
  readonly kind: 'note'
  readonly note: FormNote
  readonly visible: readonly FormExpression[]
  readonly template: FormTemplate
}

/** A form that was checked and can be filled in. */
export type CompiledForm = {
  readonly parts: readonly (CompiledField | CompiledNote)[]
  /** Fields in the order in which their values are worked out. */
  readonly order: readonly CompiledField[]
  /** Every name that an expression asks for. */
  readonly names: ReadonlySet<string>
}

/** A form ready to be filled in, or everything that is wrong with it. */
export type FormCompilation =
  | { readonly ok: true; readonly form: CompiledForm }
  | { readonly ok: false; readonly faults: readonly FormFault[] }

/** Checks a form and compiles its expressions. It is only ready when nothing is wrong with it. */
export function compileForm({ parts }: FormSchema): FormCompilation {
  if (parts.length > FORM_PARTS_MAX) {
    return { ok: false, faults: [tooMany()] }
  }
  const keys = parts.filter(isFormField).map((field) => field.key)
  const compiler = new Compiler(keys.filter(isUsableKey).filter(isHomonym))
  const compiled = parts.map((part, at) =>
    isFormField(part) ? compiler.compileField(part, at) : compiler.compileNote(part, at),
  )
  const fields = compiled.filter((part) => part.kind === 'field')
  const { order, faults } = orderOf(fields, parts)
  const all = [...findFormFaults(parts), ...compiler.faults, ...faults]
  if (all.length > 0) return { ok: false, faults: all.toSorted((left, right) => left.at - right.at) }
  return { ok: true, form: { parts: compiled, order, names: compiler.names } }
}

function tooMany(): FormFault {
  return { code: 'form.too_many', params: { max: FORM_PARTS_MAX }, at: FORM_PARTS_MAX, property: 'parts' }
}

class Compiler {
  readonly faults: FormFault[] = []
  readonly names = new Set<string>()
  readonly #homonyms: readonly string[]
  /** The condition of the section that parts now belong to. */
  #section: FormExpression | null = null

  constructor(homonyms: readonly string[]) {
    this.#homonyms = homonyms
  }

  compileField(field: FormField, at: number): CompiledField {
    const read = (property: keyof FormField) => this.#read(field[property], { at, property })
    return {
      kind: 'field',
      field,
      visible: this.#visible(read('visibleWhen')),
      computed: read('computed'),
      required: read('required'),
      readOnly: read('readOnly'),
      defaultFrom: read('defaultFrom'),
      optionsFrom: read('optionsFrom'),
      check: read('check'),
      pattern: this.#pattern(field, at),
    }
  }

  compileNote(note: FormNote, at: number): CompiledNote {
    const own = this.#read(note.visibleWhen, { at, property: 'visibleWhen' })
    if (note.kind === 'section') this.#section = own
    const visible = note.kind === 'section' ? listOf(own) : this.#visible(own)
    return { kind: 'note', note, visible, template: { pieces: this.#pieces(note.text, at) } }
  }

  #visible(own: FormExpression | null): readonly FormExpression[] {
    return [...listOf(this.#section), ...listOf(own)]
  }

  #pieces(text: string, at: number) {
    return readTemplate(text, this.#homonyms).map((piece) => {
      if (typeof piece === 'string') return piece
      return this.#take(piece.read, { at, property: 'text', from: piece.from }) ?? ''
    })
  }

  #pattern({ pattern }: FormField, at: number): FormExpression | null {
    if (!pattern) return null
    // A whole text is compared; a JSON text is also one of FEEL.
    const read = readExpression(`matches(value, ${JSON.stringify(`^(?:${pattern})$`)})`, [])
    const isPattern =
      read.ok && read.expression.evaluate(new Map([['value', '']]), { now: 0, zone: 'UTC' }).value !== null
    if (isPattern) return read.expression
    this.faults.push({ code: 'form.pattern_wrong', params: {}, at, property: 'pattern' })
    return null
  }

  #read(text: unknown, place: FaultPlace): FormExpression | null {
    if (typeof text !== 'string' || text.trim() === '') return null
    return this.#take(readExpression(text, this.#homonyms), { ...place, from: 0 })
  }

  #take(
    read: ReturnType<typeof readExpression>,
    { from, ...place }: FaultPlace & { readonly from: number },
  ): FormExpression | null {
    if (read.ok) {
      for (const name of read.expression.names) this.names.add(name)
      return read.expression
    }
    const { code, params, place: found } = read.problem
    this.faults.push({ ...place, code, params, span: { from: from + found.from, to: from + found.to } })
    return null
  }
}

function listOf(expression: FormExpression | null): readonly FormExpression[] {
  return expression === null ? [] : [expression]
}

/** What a value hangs on: whether it is seen, whether people may write it, and what it is otherwise. */
function waitsFor({ visible, computed, readOnly, defaultFrom }: CompiledField): ReadonlySet<string> {
  const expressions = [...visible, ...[computed, readOnly, defaultFrom].flatMap(listOf)]
  return new Set(expressions.flatMap((expression) => expression.names))
}

function orderOf(fields: readonly CompiledField[], parts: FormSchema['parts']) {
  const byKey = new Map(fields.map((one) => [one.field.key, one]))
  const { order, circular } = orderFields(new Map(fields.map((one) => [one.field.key, waitsFor(one)])))
  const [first] = circular
  const at = parts.findIndex((part) => isFormField(part) && part.key === first)
  const faults: readonly FormFault[] =
    first === undefined
      ? []
      : [{ code: 'form.circular', params: { keys: circular.join(', ') }, at, property: 'key' }]
  return { order: order.flatMap((key) => byKey.get(key) ?? []), faults }
}
