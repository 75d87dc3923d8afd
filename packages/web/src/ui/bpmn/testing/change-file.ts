import { BpmnModdle } from 'bpmn-moddle'
import type { Edit, Modeling } from '../editor/edit.ts'
import type { ElementPatch, ElementProperties } from '../editor/element-properties.ts'
import { partOf, type Writable } from '../editor/moddle.ts'
import { readProperties } from '../editor/read-properties.ts'
import { writeProperties } from '../editor/write-properties.ts'
import type { DrawnElement, ModdleElement } from '../services.ts'

/** A file in which something was said anew of an element, and what the panel then shows of it. */
export type ChangedFile = { readonly xml: string; readonly properties: ElementProperties }

/** Says something of an element of a file as the panel does, without a drawing. */
export async function changeFile(xml: string, id: string, patch: ElementPatch): Promise<ChangedFile> {
  const moddle = new BpmnModdle()
  const { rootElement: definitions, elementsById } = await moddle.fromXML(xml)
  const is = elementsById[id]
  if (!is) throw new TypeError(`there is no element ${id}`)
  const sourceElement = partOf(is, 'sourceRef')
  const edit: Edit = {
    ...{ element: drawnAs(is), source: sourceElement && drawnAs(sourceElement) },
    ...{ definitions, moddle, modeling },
  }
  writeProperties(edit, patch, (of) => elementsById[of])
  const written = await moddle.toXML(definitions, { format: true })
  return { xml: written.xml, properties: readProperties(drawnAs(is)) }
}

/** What the panel shows of an element of a file. */
export async function propertiesIn(xml: string, id: string): Promise<ElementProperties> {
  const { elementsById } = await new BpmnModdle().fromXML(xml)
  const is = elementsById[id]
  if (!is) throw new TypeError(`there is no element ${id}`)
  return readProperties(drawnAs(is))
}

/** As much of a drawn element as properties ask for. */
function drawnAs(businessObject: ModdleElement): DrawnElement {
  const place = { x: 0, y: 0, width: 0, height: 0 }
  return { id: businessObject.id ?? '', type: businessObject.$type, businessObject, ...place }
}

/** As the commands of bpmn-js set values, but for taking them back. */
const modeling: Modeling = {
  updateProperties: ({ businessObject }, values) => setAll(businessObject, values),
  updateModdleProperties: (_element, part, values) => setAll(part, values),
}

function setAll(part: ModdleElement, values: Readonly<Record<string, unknown>>): void {
  // What is read of a file can be written.
  const writable = part as Writable
  for (const [name, value] of Object.entries(values)) writable.set(name, value)
}
