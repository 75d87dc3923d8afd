import { TextInput } from '../../../ui/index.ts'
import { type PracticeDraft, type RangeDraft, readRange } from '../model/practice-draft.ts'
import { textsForm as words } from '../texts-form.ts'
import styles from './practice.module.css'

type Props = {
  readonly draft: PracticeDraft
  readonly onChange: (part: Partial<PracticeDraft>) => void
}

/** What one unit of output takes, as people who know say it. */
export function NormFields({ draft, onChange }: Props) {
  return (
    <fieldset className={styles.fields}>
      <legend>{words.norm}</legend>
      <TextInput
        label={words.unit}
        description={words.unitHint}
        maxLength={40}
        value={draft.unit}
        onChange={(event) => onChange({ unit: event.currentTarget.value })}
      />
      {draft.unit.trim() !== '' && (
        <>
          <RangeRow label={words.effort} range={draft.effort} onChange={(effort) => onChange({ effort })} />
          <RangeRow
            label={words.duration}
            range={draft.duration}
            onChange={(duration) => onChange({ duration })}
          />
        </>
      )}
    </fieldset>
  )
}

type RowProps = {
  readonly label: string
  readonly range: RangeDraft
  readonly onChange: (range: RangeDraft) => void
}

function RangeRow({ label, range, onChange }: RowProps) {
  const isWrong = readRange(range) === undefined
  return (
    <div className={styles.row}>
      {(['low', 'likely', 'high'] as const).map((place) => (
        <TextInput
          key={place}
          label={`${label}, ${words[place]}`}
          placeholder={words.lengthHint}
          error={isWrong && place === 'high' ? words.lengthWrong : false}
          value={range[place]}
          onChange={(event) => onChange({ ...range, [place]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}
