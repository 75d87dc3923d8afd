import { MultiSelect, TagsInput, TextInput } from '../../../ui/index.ts'
import { useArtifactTypes, usePractices } from '../hooks/use-practices.ts'
import type { PracticeDraft } from '../model/practice-draft.ts'
import { textsAreas } from '../texts-areas.ts'
import { textsForm as words } from '../texts-form.ts'
import styles from './practice.module.css'

type Props = {
  readonly draft: PracticeDraft
  readonly onChange: (part: Partial<PracticeDraft>) => void
}

const AREAS = Object.entries(textsAreas.area).map(([value, name]) => ({
  value,
  label: textsAreas.named(value, name),
}))

/** What a practice is called, what it is learned by, and where it belongs. */
export function BasicFields({ draft, onChange }: Props) {
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameHint}
        required
        maxLength={200}
        data-autofocus
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <div className={styles.row}>
        <TextInput
          label={words.discipline}
          description={words.disciplineHint}
          maxLength={500}
          value={draft.discipline}
          onChange={(event) => onChange({ discipline: event.currentTarget.value })}
        />
        <TagsInput
          label={words.tools}
          description={words.enter}
          acceptValueOnBlur
          value={[...draft.tools]}
          onChange={(tools) => onChange({ tools })}
        />
      </div>
      <div className={styles.row}>
        <MultiSelect
          label={words.areas}
          required
          data={AREAS}
          value={[...draft.areas]}
          onChange={(chosen) => onChange({ areas: areasAmong(chosen) })}
        />
        <TagsInput
          label={words.stages}
          acceptValueOnBlur
          data={words.usualStages}
          value={[...draft.stages]}
          onChange={(stages) => onChange({ stages })}
        />
      </div>
    </>
  )
}

function areasAmong(chosen: readonly string[]): PracticeDraft['areas'] {
  return (Object.keys(textsAreas.area) as (keyof typeof textsAreas.area)[]) // Its own keys.
    .filter((area) => chosen.includes(area))
}

type TiesProps = Props & { readonly id: string }

/** What a practice begins with, what it brings about, and what it comes after. */
export function TiesFields({ id, draft, onChange }: TiesProps) {
  const types = useArtifactTypes()
  const practices = usePractices()
  const states = (types.data?.types ?? [])
    .filter(({ archivedAt }) => archivedAt === null)
    .map((type) => ({
      group: type.name,
      items: type.states.map((state) => ({ value: state.id, label: `${type.name}: ${state.name}` })),
    }))
  const others = (practices.data?.practices ?? [])
    .filter((practice) => practice.id !== id && practice.archivedAt === null)
    .map(({ id: value, name: label }) => ({ value, label }))
  return (
    <>
      <div className={styles.row}>
        <MultiSelect
          label={words.inputs}
          searchable
          data={states}
          value={[...draft.inputs]}
          onChange={(inputs) => onChange({ inputs })}
        />
        <MultiSelect
          label={words.outputs}
          searchable
          data={states}
          value={[...draft.outputs]}
          onChange={(outputs) => onChange({ outputs })}
        />
      </div>
      <MultiSelect
        label={words.after}
        description={words.afterHint}
        searchable
        data={others}
        value={[...draft.after]}
        onChange={(after) => onChange({ after })}
      />
    </>
  )
}
