import type { ModelReferences } from '@millrace/contract'
import type { ElementPatch, ElementProperties, ModelEditor } from '../../../../ui/bpmn/index.ts'
import { Checkbox, Select } from '../../../../ui/index.ts'
import { describeTexts } from '../../texts-describe.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import { FeelField } from './feel-field.tsx'
import styles from './model.module.css'
import { SettledInput } from './settled-input.tsx'
import { TimerPart } from './timer-part.tsx'

type Props = {
  readonly containerId: string
  readonly editor: ModelEditor
  readonly properties: ElementProperties
  readonly calendars: ModelReferences['calendars']
  readonly onChange: (patch: ElementPatch) => void
}

/** What an event is about: a time, a message, something that becomes true; and whether it interrupts. */
export function EventPart({ containerId, editor, properties, calendars, onChange }: Props) {
  const { timer, reference, rule, link, undoes, interrupts, begins } = properties
  return (
    <>
      {timer && (
        <TimerPart {...{ containerId, timer, calendars }} onChange={(said) => onChange({ timer: said })} />
      )}
      {reference && (
        <ReferencePart
          reference={reference}
          offered={editor.names(reference.kind)}
          onChange={(said) => onChange({ reference: said })}
        />
      )}
      {rule !== null && (
        <FeelField
          {...{ label: texts.rule, value: rule, isLong: true }}
          onSave={(text) => onChange({ rule: text })}
        />
      )}
      {link !== null && (
        <SettledInput label={describeTexts.link} value={link} onSave={(text) => onChange({ link: text })} />
      )}
      {undoes !== null && (
        <Select
          size="xs"
          label={describeTexts.undoes}
          placeholder={describeTexts.undoesAll}
          clearable
          value={undoes || null}
          data={editor.undoable().map(({ id, name }) => ({ value: id, label: name || id }))}
          onChange={(id) => onChange({ undoes: id ?? '' })}
        />
      )}
      {interrupts !== null && (
        <Checkbox
          size="xs"
          label={describeTexts.interrupts}
          checked={interrupts}
          onChange={(event) => onChange({ interrupts: event.currentTarget.checked })}
        />
      )}
      {begins !== null && (
        <Checkbox
          size="xs"
          label={describeTexts.begins}
          checked={begins}
          onChange={(event) => onChange({ begins: event.currentTarget.checked })}
        />
      )}
    </>
  )
}

type Reference = NonNullable<ElementProperties['reference']>

type ReferenceProps = {
  readonly reference: Reference
  /** Those of the model by their names. */
  readonly offered: readonly string[]
  readonly onChange: (reference: Reference) => void
}

/** The message, signal, error or escalation: one that the model has, or a new one by its name. */
function ReferencePart({ reference, offered, onChange }: ReferenceProps) {
  const { kind, name, code, key } = reference
  const words = describeTexts.reference
  return (
    <fieldset className={styles.part}>
      <legend>{texts.reference[kind]}</legend>
      <SettledInput
        {...{ label: texts.name, value: name, hint: words.choose, offered }}
        onSave={(text) => onChange({ ...reference, name: text })}
      />
      {(kind === 'error' || kind === 'escalation') && (
        <SettledInput
          {...{ label: texts.code, value: code }}
          onSave={(text) => onChange({ ...reference, code: text })}
        />
      )}
      {kind === 'message' && name !== '' && (
        <>
          <FeelField
            {...{ label: words.key, hint: words.keyHint, value: key }}
            onSave={(text) => onChange({ ...reference, key: text })}
          />
          <p className={styles.soft}>{words.keyAbout}</p>
        </>
      )}
    </fieldset>
  )
}
