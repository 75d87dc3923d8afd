import type { ModdleElement } from '../services.ts'
import type { Edit } from './edit.ts'
import { attributesOf, extensionOf, MILLRACE, partOf, partsOf, type Writable } from './moddle.ts'

type Extension = {
  readonly attributes: Readonly<Record<string, string>>
  /** Null: as they were. */
  readonly children: readonly Writable[] | null
  /** Whose it is, where it is not the drawn element's. */
  readonly of?: ModdleElement
}

/** Writes our own element anew, with what it says besides; without anything to say there is none. */
export function writeExtension(edit: Edit, name: string, { attributes, children, of }: Extension): void {
  const owner = of ?? edit.element.businessObject
  const before = extensionOf(owner, name)
  const said = Object.entries({ ...attributesOf(before), ...attributes }).filter(([, value]) => value !== '')
  const inside = children ?? before?.$children ?? []
  const type = before?.$type ?? `millrace:${name}`
  const content = { ...Object.fromEntries(said), ...(inside.length > 0 ? { $children: inside } : {}) }
  const isEmpty = said.length === 0 && inside.length === 0
  replaceExtension(edit, owner, {
    before,
    after: isEmpty ? null : edit.moddle.createAny(type, MILLRACE, content),
  })
}

/** Puts an element beside what the standard says of another, in the place of one before. */
export function replaceExtension(
  { element, moddle, modeling }: Edit,
  owner: ModdleElement,
  { before, after }: { readonly before: Writable | undefined; readonly after: Writable | null },
): void {
  if (before === undefined && after === null) return
  const all = partsOf(partOf(owner, 'extensionElements'), 'values')
  const own = after === null ? [] : [after]
  const values = before ? all.flatMap((value) => (value === before ? own : value)) : [...all, ...own]
  const kept = values.length === 0 ? undefined : moddle.create('bpmn:ExtensionElements', { values })
  modeling.updateModdleProperties(element, owner, { extensionElements: kept })
}
