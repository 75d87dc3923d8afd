import type { ModelReferences } from '@millrace/contract'
import type { AdHocProperties, ElementPatch, ElementProperties } from '../../../../ui/bpmn/index.ts'
import { Checkbox } from '../../../../ui/index.ts'
import { describeTexts } from '../../texts-describe.ts'
import { propertyTexts as texts } from '../../texts-properties.ts'
import { DecisionPart } from './decision-part.tsx'
import { FeelField } from './feel-field.tsx'
import { LoopPart } from './loop-part.tsx'
import { MappingPart } from './mapping-part.tsx'
import styles from './model.module.css'
import { NamedSelect } from './named-select.tsx'
import { ServicePart } from './service-part.tsx'
import { SettledInput } from './settled-input.tsx'

type Props = {
  readonly properties: ElementProperties
  readonly references: ModelReferences
  readonly onChange: (patch: ElementPatch) => void
}

/** What an activity does by itself, with which values, and how often. */
export function ActivityPart({ properties, references, onChange }: Props) {
  const { type, service, script, decision, called, loop, mapping, adHoc } = properties
  return (
    <>
      {service && (
        <ServicePart
          {...{ service, maySend: type === 'bpmn:SendTask' }}
          onChange={(said) => onChange({ service: said })}
        />
      )}
      {script && <ScriptPart script={script} onChange={(said) => onChange({ script: said })} />}
      {decision && (
        <DecisionPart
          {...{ decision, offered: references.decisions }}
          onChange={(said) => onChange({ decision: said })}
        />
      )}
      {called !== null && (
        <NamedSelect
          {...{ label: describeTexts.called, value: called, nothing: describeTexts.noProcesses }}
          offered={references.processes.map(({ key, name, elementId }) => ({
            ...{ name, key: called !== '' && called === elementId ? elementId : key },
          }))}
          onChange={(key) => onChange({ called: key })}
        />
      )}
      {adHoc && <AdHocPart adHoc={adHoc} onChange={(said) => onChange({ adHoc: said })} />}
      {mapping && (
        <MappingPart
          {...{ mapping, isHttp: service?.kind === 'http' }}
          onChange={(said) => onChange({ mapping: said })}
        />
      )}
      {loop && <LoopPart loop={loop} onChange={(said) => onChange({ loop: said })} />}
    </>
  )
}

type ScriptProps = {
  readonly script: NonNullable<ElementProperties['script']>
  readonly onChange: (script: NonNullable<ElementProperties['script']>) => void
}

function ScriptPart({ script, onChange }: ScriptProps) {
  return (
    <>
      <FeelField
        {...{ label: texts.script, value: script.text, isLong: true }}
        onSave={(text) => onChange({ ...script, text })}
      />
      <SettledInput
        {...{ label: texts.result, value: script.result, isCode: true }}
        onSave={(result) => onChange({ ...script, result })}
      />
    </>
  )
}

type AdHocProps = { readonly adHoc: AdHocProperties; readonly onChange: (adHoc: AdHocProperties) => void }

function AdHocPart({ adHoc, onChange }: AdHocProps) {
  const words = describeTexts.adHoc
  return (
    <fieldset className={styles.part}>
      <legend>{words.title}</legend>
      <FeelField
        {...{ label: words.enough, value: adHoc.enough }}
        onSave={(enough) => onChange({ ...adHoc, enough })}
      />
      {(['isSequential', 'cancelsRemaining'] as const).map((field) => (
        <Checkbox
          key={field}
          size="xs"
          label={words[field]}
          checked={adHoc[field]}
          onChange={(event) => onChange({ ...adHoc, [field]: event.currentTarget.checked })}
        />
      ))}
    </fieldset>
  )
}
