import type { ModdleElement } from '../services.ts'
import { writeAdHoc, writeDecision, writeLoop, writeScript } from './activity-properties.ts'
import { type Edit, expression } from './edit.ts'
import type { ElementPatch } from './element-properties.ts'
import { writeAbout, writeReference, writeTimer } from './event-properties.ts'
import { writeMapping } from './mapping-properties.ts'
import { interruptsName } from './read-properties.ts'
import { writeService } from './service-properties.ts'
import { writeExtension } from './write-extension.ts'

/** Says something anew of an element. Everything else that the file says of it stays. */
export function writeProperties(
  edit: Edit,
  patch: ElementPatch,
  elementOf: (id: string) => ModdleElement | undefined,
): void {
  for (const part of PARTS) part(edit, patch)
  writeAbout(edit, patch, elementOf)
}

/** Each writes its part where that is said anew. */
const PARTS: readonly ((edit: Edit, patch: ElementPatch) => void)[] = [
  ({ element, modeling }, { name }) => {
    if (name !== undefined) modeling.updateProperties(element, { name })
  },
  ({ element, modeling }, { called }) => {
    if (typeof called === 'string') modeling.updateProperties(element, { calledElement: called || undefined })
  },
  ({ element, modeling }, { interrupts }) => {
    const name = interruptsName(element.businessObject)
    if (typeof interrupts === 'boolean' && name !== null)
      modeling.updateProperties(element, { [name]: interrupts })
  },
  ({ element, modeling }, { begins }) => {
    if (typeof begins === 'boolean') modeling.updateProperties(element, { instantiate: begins })
  },
  (edit, { enough }) => {
    if (typeof enough === 'string')
      edit.modeling.updateProperties(edit.element, { activationCondition: expression(edit, enough) })
  },
  (edit, { work }) => work && writeExtension(edit, 'work', { attributes: work, children: null }),
  (edit, { startForm }) => {
    if (typeof startForm === 'string')
      writeExtension(edit, 'work', { attributes: { formKey: startForm }, children: null })
  },
  (edit, { decision }) => decision && writeDecision(edit, decision),
  (edit, { service }) => service && writeService(edit, service),
  (edit, { mapping }) => mapping && writeMapping(edit, mapping),
  (edit, { condition }) => condition && writeCondition(edit, condition),
  (edit, { timer }) => timer && writeTimer(edit, timer),
  (edit, { reference }) => reference && writeReference(edit, reference),
  (edit, { script }) => script && writeScript(edit, script),
  (edit, { adHoc }) => adHoc && writeAdHoc(edit, adHoc),
  (edit, { loop }) => loop && writeLoop(edit, loop),
]

function writeCondition(edit: Edit, { text, isDefault }: NonNullable<ElementPatch['condition']>): void {
  const { element, source, modeling } = edit
  modeling.updateProperties(element, { conditionExpression: isDefault ? undefined : expression(edit, text) })
  if (!source) return
  const isNow = source.businessObject.get('default') === element.businessObject
  if (isNow !== isDefault)
    modeling.updateProperties(source, { default: isDefault ? element.businessObject : undefined })
}
