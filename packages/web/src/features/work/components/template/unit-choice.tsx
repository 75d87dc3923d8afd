import { Select } from '../../../../ui/index.ts'
import { textsTemplate as words } from '../../texts-template.ts'

type Props = {
  readonly value: 'working' | 'calendar'
  readonly onChange: (unit: 'working' | 'calendar') => void
}

/** How the days of a template are counted. */
export function UnitChoice({ value, onChange }: Props) {
  return (
    <Select
      label={words.unit}
      allowDeselect={false}
      value={value}
      data={(['working', 'calendar'] as const).map((unit) => ({ value: unit, label: words.units[unit] }))}
      onChange={(unit) => onChange(unit === 'calendar' ? 'calendar' : 'working')}
    />
  )
}
