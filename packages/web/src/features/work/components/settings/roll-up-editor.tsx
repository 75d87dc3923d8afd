import type { Refusal } from '@millrace/core/kernel'
import {
  FORMULA_ATTRIBUTES,
  needsValue,
  ROLL_UP_MEASURES,
  ROLL_UP_RANGES,
  type RollUp,
} from '@millrace/core/work'
import { SegmentedControl, Select, Stack } from '../../../../ui/index.ts'
import { gatherable } from '../../model/field-draft.ts'
import type { Lookup } from '../../model/lookup.ts'
import { texts } from '../../texts.ts'
import { settingsTexts } from '../../texts-settings.ts'
import { FormulaEditor } from './formula-editor.tsx'

type Props = {
  readonly rollUp: RollUp
  readonly refusal: Refusal | null
  readonly fields: Lookup['fields']
  readonly onChange: (rollUp: RollUp) => void
}

/** What is gathered from sub-items: from which, in which way, of what, and which of them count. */
export function RollUpEditor({ rollUp, refusal, fields, onChange }: Props) {
  const words = settingsTexts.fields
  const isDate = rollUp.measure === 'earliest' || rollUp.measure === 'latest'
  const values = valuesOf(fields, isDate)
  const known = values.some(({ value }) => value === rollUp.of)
  const change = (patch: Partial<RollUp>) => onChange({ ...rollUp, ...patch })
  return (
    <Stack gap="sm">
      <SegmentedControl
        fullWidth
        aria-label={words.over}
        value={rollUp.over}
        data={ROLL_UP_RANGES.map((value) => ({ value, label: words.ranges[value] }))}
        onChange={(value) => change({ over: value === 'below' ? 'below' : 'children' })}
      />
      <Select
        label={words.measure}
        allowDeselect={false}
        value={rollUp.measure}
        data={ROLL_UP_MEASURES.map((value) => ({ value, label: texts.measure[value] }))}
        onChange={(value) => {
          const measure = ROLL_UP_MEASURES.find((each) => each === value) ?? rollUp.measure
          const turnsToDate = measure === 'earliest' || measure === 'latest'
          change({ measure, ...(turnsToDate === isDate ? {} : { of: turnsToDate ? 'due' : 'effort' }) })
        }}
      />
      {needsValue(rollUp.measure) && (
        <Select
          label={words.of}
          allowDeselect={false}
          searchable
          value={rollUp.of}
          data={known || rollUp.of === null ? values : [...values, { value: rollUp.of, label: rollUp.of }]}
          onChange={(of) => change({ of })}
        />
      )}
      <FormulaEditor
        label={words.where}
        hint={words.whereHint}
        source={rollUp.where ?? ''}
        refusal={refusal}
        fields={fields}
        onChange={(where) => change({ where: where === '' ? null : where })}
      />
    </Stack>
  )
}

function valuesOf(fields: Lookup['fields'], isDate: boolean) {
  const types = isDate ? ['date'] : ['number', 'money']
  const own = gatherable(fields.values(), isDate).map(({ key, name }) => ({ value: key, label: name }))
  const names: Readonly<Record<string, string>> = settingsTexts.fields.attributes
  const standard = Object.entries(FORMULA_ATTRIBUTES)
    .filter(([name, type]) => types.includes(type) && own.every(({ value }) => value !== name))
    .map(([value]) => ({ value, label: names[value] ?? value }))
  return [...own, ...standard]
}
