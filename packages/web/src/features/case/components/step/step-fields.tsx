import { Checkbox, Textarea, TextInput } from '../../../../ui/index.ts'
import type { Source } from '../../model/criterion-draft.ts'
import { isWork, NO_WORK, type StepDraft } from '../../model/step-draft.ts'
import { stepTexts as texts } from '../../texts-step.ts'
import { SentenceBuilder } from './sentence-builder.tsx'
import { WorkFields } from './work-fields.tsx'

type Props = {
  readonly draft: StepDraft
  readonly sources: readonly Source[]
  /** Only its words can be changed any more. */
  readonly isUsed: boolean
  readonly onChange: (draft: StepDraft) => void
}

/** Everything that can be said of something in a plan. */
export function StepFields({ draft, sources, isUsed, onChange }: Props) {
  const { kind } = draft
  const isEvent = kind === 'milestone' || kind === 'userListener' || kind === 'timerListener'
  const flag = (field: 'required' | 'manualActivation' | 'repetition') => ({
    checked: draft[field] !== null,
    onChange: (event: { readonly currentTarget: { readonly checked: boolean } }) =>
      onChange({ ...draft, [field]: event.currentTarget.checked ? 'true' : null }),
  })
  return (
    <>
      <TextInput
        label={texts.name}
        data-autofocus
        required
        maxLength={300}
        value={draft.name}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <Textarea
        label={texts.description}
        autosize
        minRows={2}
        value={draft.description}
        onChange={(event) => onChange({ ...draft, description: event.currentTarget.value })}
      />
      {isUsed ? (
        <p>{texts.used}</p>
      ) : (
        <>
          {kind !== 'userListener' && kind !== 'timerListener' && (
            <Checkbox label={texts.required} {...flag('required')} />
          )}
          {!isEvent && <Checkbox label={texts.byHand} {...flag('manualActivation')} />}
          {!isEvent && <Checkbox label={texts.repeats} {...flag('repetition')} />}
          {kind === 'timerListener' && (
            <TextInput
              label={texts.timer}
              placeholder={texts.timerHint}
              value={draft.timer?.expression ?? ''}
              onChange={(event) =>
                onChange({
                  ...draft,
                  timer: { from: draft.timer?.from ?? null, expression: event.currentTarget.value },
                })
              }
            />
          )}
          {kind !== 'userListener' && kind !== 'timerListener' && (
            <SentenceBuilder
              title={texts.possible}
              otherwise={texts.atOnce}
              sentries={draft.entry}
              sources={sources}
              onChange={(entry) => onChange({ ...draft, entry: [...entry] })}
            />
          )}
          {!isEvent && (
            <SentenceBuilder
              title={texts.ends}
              otherwise={texts.never}
              sentries={draft.exit}
              sources={sources}
              onChange={(exit) => onChange({ ...draft, exit: [...exit] })}
            />
          )}
          {isWork(kind) && (
            <WorkFields
              kind={kind}
              work={draft.work ?? NO_WORK}
              sources={sources}
              onChange={(work) => onChange({ ...draft, work })}
            />
          )}
        </>
      )}
    </>
  )
}
