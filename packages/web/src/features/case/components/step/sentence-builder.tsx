import { Plus } from 'lucide-react'
import { Button } from '../../../../ui/index.ts'
import { newSentry, type SentryDraft, type Source } from '../../model/criterion-draft.ts'
import { stepTexts as texts } from '../../texts-step.ts'
import { CriterionFields } from './criterion-fields.tsx'
import styles from './step.module.css'

type Props = {
  readonly title: string
  /** What is so without any condition. */
  readonly otherwise: string
  readonly sentries: readonly SentryDraft[]
  readonly sources: readonly Source[]
  readonly onChange: (sentries: readonly SentryDraft[]) => void
}

/** Conditions put together as sentences: when this has come and that has come, or when something else has. */
export function SentenceBuilder({ title, otherwise, sentries, sources, onChange }: Props) {
  const [first] = sources
  const change = (place: number, next: SentryDraft | null) =>
    onChange(next === null ? sentries.toSpliced(place, 1) : sentries.with(place, next))
  return (
    <fieldset className={styles.builder}>
      <legend>{title}</legend>
      {sentries.length === 0 && <p className={styles.hint}>{otherwise}</p>}
      {sentries.map((sentry, place) => (
        <div key={sentry.id} className={styles.criterion}>
          {place > 0 && <span className={styles.or}>{texts.or}</span>}
          <CriterionFields sentry={sentry} sources={sources} onChange={(next) => change(place, next)} />
        </div>
      ))}
      {first && (
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<Plus size={13} aria-hidden />}
          onClick={() => onChange([...sentries, newSentry(first)])}
        >
          {sentries.length === 0 ? texts.firstCriterion : texts.addCriterion}
        </Button>
      )}
    </fieldset>
  )
}
