import { Select } from '../../../../ui/index.ts'
import { describeTexts as texts } from '../../texts-describe.ts'

/** Something that a model names by a key. */
export type Named = { readonly key: string; readonly name: string; readonly note?: string }

type Props = {
  readonly label: string
  readonly value: string
  readonly offered: readonly Named[]
  /** What is said where there is nothing to choose. */
  readonly nothing: string
  readonly onChange: (key: string) => void
}

/** Chooses by name what a model names by its key. What is written and not there is still seen. */
export function NamedSelect({ label, value, offered, nothing, onChange }: Props) {
  const isThere = value === '' || offered.some(({ key }) => key === value)
  const gone: readonly Named[] = isThere ? [] : [{ key: value, name: value, note: texts.decision.gone }]
  const data = [...offered, ...gone].map(({ key, name, note }) => ({
    value: key,
    label: [name === key ? name : `${name} (${key})`, note].filter(Boolean).join(', '),
  }))
  return (
    <Select
      {...{ size: 'xs', label, data, value: value || null, searchable: true, clearable: true }}
      placeholder={texts.decision.choose}
      nothingFoundMessage={nothing}
      description={data.length === 0 ? nothing : undefined}
      error={isThere ? null : texts.decision.gone}
      onChange={(key) => onChange(key ?? '')}
    />
  )
}
