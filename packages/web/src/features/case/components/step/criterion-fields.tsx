import { Button, CloseButton, Select, TextInput } from '../../../../ui/index.ts'
import {
  eventsOf,
  newPart,
  type PartDraft,
  type SentryDraft,
  type Source,
  withoutPart,
} from '../../model/criterion-draft.ts'
import { sentenceTexts } from '../../texts-sentence.ts'
import { stepTexts as texts } from '../../texts-step.ts'
import styles from './step.module.css'

type Props = {
  readonly sentry: SentryDraft
  readonly sources: readonly Source[]
  /** Null: the whole condition is taken out. */
  readonly onChange: (sentry: SentryDraft | null) => void
}

/** One condition: events that all have to come, and a question that has to be answered with yes. */
export function CriterionFields({ sentry, sources, onChange }: Props) {
  const [first] = sources
  return (
    <div className={styles.parts}>
      {sentry.onParts.map((part, place) => (
        <div key={place} className={styles.part}>
          <span className={styles.joint}>{place === 0 ? sentenceTexts.when : texts.and}</span>
          <EventFields
            part={part}
            sources={sources}
            onChange={(next) => onChange({ ...sentry, onParts: sentry.onParts.with(place, next) })}
          />
          <CloseButton
            size="sm"
            aria-label={texts.removePart}
            onClick={() => onChange(withoutPart(sentry, place))}
          />
        </div>
      ))}
      {sentry.ifPart !== null && (
        <div className={styles.part}>
          <TextInput
            className={styles.condition}
            label={texts.condition}
            placeholder={texts.conditionHint}
            value={sentry.ifPart}
            onChange={(event) => onChange({ ...sentry, ifPart: event.currentTarget.value })}
          />
          <CloseButton
            size="sm"
            aria-label={texts.removePart}
            onClick={() => onChange(sentry.onParts.length === 0 ? null : { ...sentry, ifPart: null })}
          />
        </div>
      )}
      <div className={styles.more}>
        {first && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onChange({ ...sentry, onParts: [...sentry.onParts, newPart(first)] })}
          >
            {texts.addEvent}
          </Button>
        )}
        {sentry.ifPart === null && (
          <Button size="compact-xs" variant="subtle" onClick={() => onChange({ ...sentry, ifPart: '' })}>
            {texts.addCondition}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" color="red" onClick={() => onChange(null)}>
          {texts.removeCriterion}
        </Button>
      </div>
    </div>
  )
}

type EventProps = {
  readonly part: PartDraft
  readonly sources: readonly Source[]
  readonly onChange: (part: PartDraft) => void
}

/** What is waited for, and how far it has to come. Events of the case file are kept as they are. */
function EventFields({ part, sources, onChange }: EventProps) {
  if (part.on === 'file') return <span>{sentenceTexts.file[part.transition](part.sourceId)}</span>
  const source = sources.find(({ id }) => id === part.sourceId)
  const events = source ? eventsOf(source.kind) : [part.transition]
  const known = events.includes(part.transition) ? events : [...events, part.transition]
  return (
    <>
      <Select
        aria-label={texts.source}
        searchable
        allowDeselect={false}
        className={styles.source}
        value={part.sourceId}
        data={sources.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => {
          const chosen = sources.find((one) => one.id === id)
          if (chosen) onChange(newPart(chosen))
        }}
      />
      <Select
        aria-label={texts.event}
        allowDeselect={false}
        className={styles.event}
        value={part.transition}
        data={known.map((value) => ({ value, label: sayEvent(value, source?.kind) }))}
        onChange={(value) =>
          onChange({ ...part, transition: known.find((one) => one === value) ?? part.transition })
        }
      />
    </>
  )
}

/** How far, without saying again what. */
function sayEvent(
  transition: Extract<PartDraft, { on: 'plan' }>['transition'],
  kind: string | undefined,
): string {
  if (transition === 'occur' && kind !== 'milestone') return sentenceTexts.happened('…')
  return sentenceTexts.plan[transition]('…')
}
