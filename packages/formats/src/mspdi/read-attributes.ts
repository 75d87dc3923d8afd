import { durationFormatByCode } from './codes.ts'
import type { MspdiAttribute, MspdiAttributeValue } from './extended-attribute.ts'
import {
  type FieldFault,
  type FieldValues,
  fieldSet,
  readDateTime,
  readDurationMin,
  readFields,
  readFlag,
  text,
  UNREADABLE,
  whole,
} from './field.ts'
import type { Teller } from './read-context.ts'
import type { PartOptions } from './read-parts.ts'
import { groupsOf, type XmlRecord } from './xml-record.ts'

const ATTRIBUTE = fieldSet({
  fieldId: whole('FieldID'),
  value: text('Value'),
  valueId: whole('ValueID'),
  valueGuid: text('ValueGUID'),
  format: whole('DurationFormat'),
})

type Written = FieldValues<typeof ATTRIBUTE.spec>

/** Custom values of a row, with the names their fields have in this file. */
export function readAttributes(
  record: XmlRecord,
  options: PartOptions,
  teller: Teller,
): readonly MspdiAttribute[] {
  const written = [...groupsOf(record, 'ExtendedAttribute'), ...groupsOf(record, 'OutlineCode')]
  return written.flatMap((inner) => {
    const values = readFields(inner, ATTRIBUTE, teller.tellFault)
    return values.fieldId === undefined ? [] : readAttribute(values.fieldId, values, { options, teller })
  })
}

function readAttribute(
  fieldId: number,
  written: Written,
  context: { readonly options: PartOptions; readonly teller: Teller },
): readonly MspdiAttribute[] {
  const { options, teller } = context
  const definition = options.definitions.byField.get(fieldId)
  if (definition === undefined) teller.tell('mspdi.attribute_undefined', { fieldId })
  const shown =
    written.value ?? options.definitions.choice(fieldId, { guid: written.valueGuid, id: written.valueId })
  if (shown === undefined) return []
  const fieldName = definition?.fieldName ?? String(fieldId)
  const value = readValue(fieldName, shown, options)
  if (typeof value === 'symbol') {
    teller.tellFault(fieldName, shown, value)
    return []
  }
  const format = durationFormatByCode(written.format ?? -1)
  const formatted = value.kind === 'duration' ? { ...value, format } : value
  return [{ fieldId, name: definition?.alias ?? fieldName, value: formatted }]
}

/** A custom value by the name its field has in the program: `Cost3` is money, `Flag7` a yes or no. */
function readValue(
  fieldName: string,
  written: string,
  options: PartOptions,
): MspdiAttributeValue | FieldFault {
  const sort = /^(?:\p{L}+ )*?(Number|Cost|Date|Start|Finish|Flag|Duration)\d/u.exec(fieldName)?.[1]
  switch (sort) {
    case undefined:
      return { kind: 'text', text: written }
    case 'Number':
      return Number.isFinite(Number(written)) ? { kind: 'number', number: Number(written) } : UNREADABLE
    case 'Cost':
      return valued(options.money.amount.read(written), (minor) => ({ kind: 'cost', minor }))
    case 'Flag':
      return valued(readFlag(written), (on) => ({ kind: 'flag', on }))
    case 'Duration':
      return valued(readDurationMin(written), (minutes) => ({ kind: 'duration', minutes, format: undefined }))
    default:
      return valued(readDateTime(written), (at) => ({ kind: 'date', at }))
  }
}

function valued<Value extends string | number | boolean>(
  read: Value | FieldFault,
  make: (value: Value) => MspdiAttributeValue,
): MspdiAttributeValue | FieldFault {
  return typeof read === 'symbol' ? read : make(read)
}
