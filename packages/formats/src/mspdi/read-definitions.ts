import type { MspdiAttributeDefinition } from './extended-attribute.ts'
import { fieldSet, readFields, text, whole } from './field.ts'
import type { Teller } from './read-context.ts'
import type { AttributeLookup } from './read-parts.ts'
import { nestedIn, type XmlRecord } from './xml-record.ts'

const DEFINITION = fieldSet({
  fieldId: whole('FieldID'),
  fieldName: text('FieldName'),
  alias: text('Alias'),
  guid: text('Guid'),
  table: text('Ltuid'),
})
/** An outline code has no GUID but its own, by which custom fields refer to it. */
const CODE = fieldSet({ ...DEFINITION.spec, table: text('Guid') })
const CHOICE = fieldSet({
  id: whole('ID'),
  valueId: whole('ValueID'),
  guid: text('FieldGUID'),
  value: text('Value'),
})

/** Elements of a definition that are read, or known to say nothing more. */
export const DEFINITION_ELEMENTS: ReadonlySet<string> = new Set([
  ...DEFINITION.elements,
  ...['ValueList', 'Values', 'SecondaryPID', 'SecondaryGuid', 'PhoneticAlias'],
])

/** Elements inside definitions that have children of their own. */
export const DEFINITION_GROUPS: readonly string[] = ['ValueList', 'Values', 'Value']

type Names = {
  readonly fieldName: string | undefined
  readonly alias: string | undefined
  readonly guid: string | undefined
}
type Choice = { readonly id: number | undefined; readonly guid: string | undefined; readonly text: string }

/** Collects custom fields and their lists of values; rows then ask for names and chosen texts. */
export class DefinitionCollector implements AttributeLookup {
  readonly byField = new Map<number, MspdiAttributeDefinition & { readonly choices: string[] }>()
  readonly #fieldByTable = new Map<string, number>()
  readonly #byGuid = new Map<string, string>()
  readonly #byId = new Map<string, string>()

  /** A custom field (`ExtendedAttributes/ExtendedAttribute`). */
  addAttribute(record: XmlRecord, teller: Teller): void {
    const values = readFields(record, DEFINITION, teller.tellFault)
    if (values.fieldId === undefined) return
    if (values.table !== undefined) this.#fieldByTable.set(values.table.toLowerCase(), values.fieldId)
    const choices = readChoices(nestedIn(record, 'ValueList', 'Value'), teller)
    this.#define(values.fieldId, values, choices)
  }

  /** An outline code, or the list of values of a custom field (`OutlineCodes/OutlineCode`). */
  addOutlineCode(record: XmlRecord, teller: Teller): void {
    const values = readFields(record, CODE, teller.tellFault)
    const table = values.table?.toLowerCase() ?? ''
    const choices = readChoices(nestedIn(record, 'Values', 'Value'), teller)
    // The list may come before the field that refers to it; its texts are found by GUID then.
    for (const choice of choices) if (choice.guid !== undefined) this.#byGuid.set(choice.guid, choice.text)
    const fieldId = values.fieldId ?? this.#fieldByTable.get(table)
    if (fieldId !== undefined) this.#define(fieldId, values, choices)
  }

  choice(
    fieldId: number,
    reference: { readonly guid: string | undefined; readonly id: number | undefined },
  ): string | undefined {
    const byGuid = reference.guid === undefined ? undefined : this.#byGuid.get(reference.guid.toLowerCase())
    return byGuid ?? this.#byId.get(`${fieldId} ${reference.id ?? ''}`)
  }

  /** What was read first stays; later elements add what is missing, and their choices. */
  #define(fieldId: number, names: Names, choices: readonly Choice[]): void {
    const known = this.byField.get(fieldId) ?? nothingKnown()
    this.byField.set(fieldId, {
      fieldId,
      fieldName: known.fieldName ?? names.fieldName ?? String(fieldId),
      alias: known.alias ?? names.alias,
      guid: known.guid ?? names.guid,
      choices: known.choices,
    })
    for (const choice of choices) {
      known.choices.push(choice.text)
      if (choice.id !== undefined) this.#byId.set(`${fieldId} ${choice.id}`, choice.text)
      if (choice.guid !== undefined) this.#byGuid.set(choice.guid, choice.text)
    }
  }
}

function nothingKnown(): Partial<Names> & { readonly choices: string[] } {
  return { choices: [] }
}

function readChoices(records: readonly XmlRecord[], teller: Teller): readonly Choice[] {
  return records.flatMap((record) => {
    const values = readFields(record, CHOICE, teller.tellFault)
    if (values.value === undefined) return []
    return [{ id: values.valueId ?? values.id, guid: values.guid?.toLowerCase(), text: values.value }]
  })
}
