import type { ElementPatch, ElementProperties } from '../../../../ui/bpmn/index.ts'
import { SegmentedControl } from '../../../../ui/index.ts'
import { feelProblem } from '../../model/feel-problem.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import styles from './model.module.css'
import { SettledInput } from './settled-input.tsx'

type Props = { readonly properties: ElementProperties; readonly onChange: (patch: ElementPatch) => void }

const KINDS = ['duration', 'date', 'cycle'] as const

/** What an event is about: a time, a message, something that becomes true. */
export function EventPart({ properties: { timer, reference, rule }, onChange }: Props) {
  return (
    <>
      {timer && (
        <fieldset className={styles.part}>
          <legend>{texts.timer}</legend>
          <SegmentedControl
            size="xs"
            aria-label={texts.timer}
            value={timer.kind}
            data={KINDS.map((value) => ({ value, label: texts.timerKind[value] }))}
            onChange={(value) =>
              onChange({ timer: { ...timer, kind: KINDS.find((kind) => kind === value) ?? 'duration' } })
            }
          />
          <SettledInput
            {...{ label: texts.timerKind[timer.kind], hint: texts.timerHint[timer.kind], value: timer.text }}
            problemOf={feelProblem}
            isCode
            onSave={(text) => onChange({ timer: { ...timer, text } })}
          />
        </fieldset>
      )}
      {reference && (
        <fieldset className={styles.part}>
          <legend>{texts.reference[reference.kind]}</legend>
          <SettledInput
            {...{ label: texts.name, value: reference.name }}
            onSave={(name) => onChange({ reference: { ...reference, name } })}
          />
          {(reference.kind === 'error' || reference.kind === 'escalation') && (
            <SettledInput
              {...{ label: texts.code, value: reference.code }}
              onSave={(code) => onChange({ reference: { ...reference, code } })}
            />
          )}
        </fieldset>
      )}
      {rule !== null && (
        <SettledInput
          {...{ label: texts.rule, value: rule, problemOf: feelProblem }}
          isLong
          isCode
          onSave={(text) => onChange({ rule: text })}
        />
      )}
    </>
  )
}
