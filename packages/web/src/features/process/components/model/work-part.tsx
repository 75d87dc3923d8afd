import { useDirectory } from '../../../../platform/store/index.ts'
import type { WorkProperties } from '../../../../ui/bpmn/index.ts'
import { Select } from '../../../../ui/index.ts'
import { readMinutes, writeMinutes } from '../../model/clock-span.ts'
import { describeTexts } from '../../texts-describe.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import styles from './model.module.css'
import { type Named, NamedSelect } from './named-select.tsx'
import { SettledInput } from './settled-input.tsx'

type Props = {
  readonly work: WorkProperties
  readonly forms: readonly Named[]
  /** Those that are named in the model already. */
  readonly roles: readonly string[]
  readonly onChange: (work: WorkProperties) => void
}

/** Who does an activity, with what comes of it, and how long it takes. */
export function WorkPart({ work, forms, roles, onChange }: Props) {
  const { people, teams } = useDirectory()
  const named = (each: { readonly id: string; readonly name: string }) => ({
    value: each.id,
    label: each.name,
  })
  const offered = {
    teamId: [...teams.values()].filter((team) => team.archivedAt === null).map(named),
    responsibleId: [...people.values()].filter((person) => person.status !== 'inactive').map(named),
  }
  // The name goes along for programs that do not know the ids of this organisation.
  const nameFields = { teamId: 'team', responsibleId: 'responsible' } as const
  const choose = (field: 'teamId' | 'responsibleId', id: string | null) => {
    const label = offered[field].find(({ value }) => value === id)?.label ?? ''
    onChange({ ...work, [field]: id ?? '', [nameFields[field]]: label })
  }
  const span = (field: 'effortMin' | 'expectedMin', text: string) => {
    const minutes = readMinutes(text)
    if (minutes !== undefined) onChange({ ...work, [field]: minutes === null ? '' : String(minutes) })
  }
  return (
    <fieldset className={styles.part}>
      <legend>{texts.who}</legend>
      {(['teamId', 'responsibleId'] as const).map((field) => (
        <Select
          key={field}
          size="xs"
          label={texts.work[field]}
          data={offered[field]}
          value={work[field] || null}
          searchable
          clearable
          onChange={(id) => choose(field, id)}
        />
      ))}
      {(['role', 'practice', 'artifact'] as const).map((field) => (
        <SettledInput
          key={field}
          label={texts.work[field]}
          value={work[field]}
          {...(field === 'role' ? { offered: roles } : {})}
          onSave={(text) => onChange({ ...work, [field]: text })}
        />
      ))}
      <NamedSelect
        {...{
          label: texts.work.formKey,
          value: work.formKey,
          offered: forms,
          nothing: describeTexts.noForms,
        }}
        onChange={(formKey) => onChange({ ...work, formKey })}
      />
      {(['effortMin', 'expectedMin'] as const).map((field) => (
        <SettledInput
          key={field}
          label={texts.work[field]}
          hint={field === 'effortMin' ? texts.effortHint : texts.expectedHint}
          value={writeMinutes(work[field] === '' ? null : Number(work[field]))}
          problemOf={(text) => (readMinutes(text) === undefined ? texts.notASpan : null)}
          onSave={(text) => span(field, text)}
        />
      ))}
    </fieldset>
  )
}
