import type { ModelReferences } from '@millrace/contract'
import {
  APPENDED_KINDS,
  type ElementPatch,
  type ElementProperties,
  type ModelEditor,
} from '../../../../ui/bpmn/index.ts'
import { describeTexts } from '../../texts-describe.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import { ActivityPart } from './activity-part.tsx'
import { EventPart } from './event-part.tsx'
import { FeelField } from './feel-field.tsx'
import { FlowPart } from './flow-part.tsx'
import styles from './model.module.css'
import { NamedSelect } from './named-select.tsx'
import { SettledInput } from './settled-input.tsx'
import { WaysPart } from './ways-part.tsx'
import { WorkPart } from './work-part.tsx'

type Props = {
  readonly containerId: string
  readonly editor: ModelEditor
  /** What is said of the chosen element; null: nothing is chosen. */
  readonly properties: ElementProperties | null
  /** What the model may name. */
  readonly references: ModelReferences
  readonly nameOf: (id: string) => string
}

/** Gateways that ask conditions. */
const ASKING = /^bpmn:(?:Exclusive|Inclusive|Complex)Gateway$/

/** What is said of the chosen element: who does it, when, by which rule. */
export function PropertiesPanel({ containerId, editor, properties, references, nameOf }: Props) {
  if (properties === null) {
    return (
      <div className={styles.nothing}>
        <p>{texts.nothing}</p>
        <p>{texts.keys}</p>
      </div>
    )
  }
  const { id, type, name, work, condition, startForm, enough } = properties
  const change = (patch: ElementPatch) => editor.change(id, patch)
  return (
    <div className={styles.properties} key={id}>
      <h3 className={styles.kind}>{kindOf(type)}</h3>
      <SettledInput label={texts.name} value={name} onSave={(text) => change({ name: text })} />
      {work && (
        <WorkPart
          {...{ work, forms: references.forms, roles: editor.roles() }}
          onChange={(said) => change({ work: said })}
        />
      )}
      {startForm !== null && (
        <NamedSelect
          {...{ label: describeTexts.startForm, value: startForm, nothing: describeTexts.noForms }}
          offered={references.forms}
          onChange={(key) => change({ startForm: key })}
        />
      )}
      {condition && <FlowPart condition={condition} onChange={(said) => change({ condition: said })} />}
      <EventPart
        {...{ containerId, editor, properties, calendars: references.calendars }}
        onChange={change}
      />
      {enough !== null && (
        <FeelField
          {...{ label: describeTexts.enough, hint: 'activationCount >= 2', value: enough }}
          onSave={(text) => change({ enough: text })}
        />
      )}
      {ASKING.test(type) && (
        <WaysPart
          {...{ ways: editor.ways(id), nameOf, isExclusive: type === 'bpmn:ExclusiveGateway' }}
          onChange={(flowId, said) => editor.change(flowId, { condition: said })}
          onChoose={(flowId) => editor.choose(flowId)}
        />
      )}
      <ActivityPart {...{ properties, references }} onChange={change} />
      {editor.canAppend(id) && (
        <fieldset className={styles.append}>
          <legend>{texts.after}</legend>
          {APPENDED_KINDS.map((kind) => (
            <button key={kind} type="button" className={styles.chip} onClick={() => editor.append(id, kind)}>
              {texts.append[kind]}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  )
}

function kindOf(type: string): string {
  if (type === 'bpmn:SequenceFlow') return texts.kind.flow
  if (/(?:Task|CallActivity)$/.test(type)) return texts.kind.task
  if (type.endsWith('Event')) return texts.kind.event
  if (type.endsWith('Gateway')) return texts.kind.gateway
  return /(?:SubProcess|Transaction)$/.test(type) ? texts.kind.part : texts.kind.other
}
