import { useState } from 'react'
import { useDirectory } from '../../../../platform/store/index.ts'
import { MultiSelect, Select, TextInput } from '../../../../ui/index.ts'
import type { Source } from '../../model/criterion-draft.ts'
import { isWork, readClockSpan, type StepDraft, writeSpan } from '../../model/step-draft.ts'
import { stepTexts as texts } from '../../texts-step.ts'
import styles from './step.module.css'

type Work = NonNullable<StepDraft['work']>
type Props = {
  readonly kind: StepDraft['kind']
  readonly work: Work
  readonly sources: readonly Source[]
  readonly onChange: (work: Work) => void
}

const REFERENCES: ReadonlyMap<string, string> = new Map(Object.entries(texts.reference))

/** Who does a step, with what comes of it, how long it takes, and who must not do it. */
export function WorkFields({ kind, work, sources, onChange }: Props) {
  const { people, teams } = useDirectory()
  const named = (each: { readonly id: string; readonly name: string }) => ({
    value: each.id,
    label: each.name,
  })
  const reference = REFERENCES.get(kind)
  const words = (field: 'role' | 'practice' | 'artifact') => (
    <TextInput
      label={texts[field]}
      maxLength={300}
      value={work[field] ?? ''}
      onChange={(event) => onChange({ ...work, [field]: event.currentTarget.value || null })}
    />
  )
  return (
    <fieldset className={styles.work}>
      <legend>{texts.who}</legend>
      {reference !== undefined && (
        <TextInput
          label={reference}
          value={work.reference ?? ''}
          onChange={(event) => onChange({ ...work, reference: event.currentTarget.value || null })}
        />
      )}
      <Select
        label={texts.team}
        searchable
        clearable
        data={[...teams.values()].filter((team) => team.archivedAt === null).map(named)}
        value={work.teamId}
        onChange={(teamId) => onChange({ ...work, teamId })}
      />
      <Select
        label={texts.responsible}
        searchable
        clearable
        data={[...people.values()].filter((person) => person.status !== 'inactive').map(named)}
        value={work.responsibleId}
        onChange={(responsibleId) => onChange({ ...work, responsibleId })}
      />
      {words('role')}
      {words('practice')}
      {words('artifact')}
      <SpanInput
        label={texts.effort}
        hint={texts.effortHint}
        value={work.effortMin}
        onChange={(effortMin) => onChange({ ...work, effortMin })}
      />
      <SpanInput
        label={texts.expected}
        hint={texts.expectedHint}
        value={work.expectedMin}
        onChange={(expectedMin) => onChange({ ...work, expectedMin })}
      />
      <MultiSelect
        label={texts.otherThan}
        description={texts.otherThanHint}
        data={sources.filter((source) => source.kind !== 'case' && isWork(source.kind)).map(named)}
        value={[...work.otherThan]}
        onChange={(otherThan) => onChange({ ...work, otherThan })}
      />
    </fieldset>
  )
}

type SpanProps = {
  readonly label: string
  readonly hint: string
  readonly value: number | null
  readonly onChange: (minutes: number | null) => void
}

/** A length of time as it is written. */
function SpanInput({ label, hint, value, onChange }: SpanProps) {
  const [text, setText] = useState(writeSpan(value))
  const isWrong = readClockSpan(text) === undefined
  return (
    <TextInput
      label={label}
      placeholder={hint}
      value={text}
      error={isWrong ? texts.notASpan : undefined}
      onChange={(event) => {
        const written = event.currentTarget.value
        setText(written)
        const minutes = readClockSpan(written)
        if (minutes !== undefined) onChange(minutes)
      }}
    />
  )
}
