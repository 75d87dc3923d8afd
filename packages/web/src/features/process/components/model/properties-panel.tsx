import {
  APPENDED_KINDS,
  type ElementPatch,
  type ElementProperties,
  type ModelEditor,
} from '../../../../ui/bpmn/index.ts'
import { feelProblem } from '../../model/feel-problem.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import { EventPart } from './event-part.tsx'
import { FlowPart } from './flow-part.tsx'
import { LoopPart } from './loop-part.tsx'
import styles from './model.module.css'
import { ServicePart } from './service-part.tsx'
import { SettledInput } from './settled-input.tsx'
import { WorkPart } from './work-part.tsx'

type Props = {
  readonly editor: ModelEditor
  /** What is said of the chosen element; null: nothing is chosen. */
  readonly properties: ElementProperties | null
}

/** What is said of the chosen element: who does it, when, by which rule. */
export function PropertiesPanel({ editor, properties }: Props) {
  if (properties === null) {
    return (
      <div className={styles.nothing}>
        <p>{texts.nothing}</p>
        <p>{texts.keys}</p>
      </div>
    )
  }
  const { id, type, name, work, service, condition, script, decision, called, loop } = properties
  const change = (patch: ElementPatch) => editor.change(id, patch)
  return (
    <div className={styles.properties} key={id}>
      <h3 className={styles.kind}>{kindOf(type)}</h3>
      <SettledInput label={texts.name} value={name} onSave={(text) => change({ name: text })} />
      {work && <WorkPart work={work} onChange={(said) => change({ work: said })} />}
      {condition && <FlowPart condition={condition} onChange={(said) => change({ condition: said })} />}
      <EventPart properties={properties} onChange={change} />
      {service && <ServicePart service={service} onChange={(said) => change({ service: said })} />}
      {script && (
        <>
          <SettledInput
            {...{ label: texts.script, value: script.text, problemOf: feelProblem }}
            isLong
            isCode
            onSave={(text) => change({ script: { ...script, text } })}
          />
          <SettledInput
            {...{ label: texts.result, value: script.result }}
            isCode
            onSave={(result) => change({ script: { ...script, result } })}
          />
        </>
      )}
      {decision !== null && (
        <SettledInput label={texts.decision} value={decision} onSave={(text) => change({ decision: text })} />
      )}
      {called !== null && (
        <SettledInput label={texts.called} value={called} onSave={(text) => change({ called: text })} />
      )}
      {loop && <LoopPart loop={loop} onChange={(said) => change({ loop: said })} />}
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
