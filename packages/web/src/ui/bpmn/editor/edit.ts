import type { DrawnElement, ModdleElement } from '../services.ts'
import { foreignName, MILLRACE, type Moddle, type Writable } from './moddle.ts'

/** Changes a model so that each change can be taken back. */
export type Modeling = {
  readonly updateProperties: (element: DrawnElement, values: Readonly<Record<string, unknown>>) => void
  readonly updateModdleProperties: (
    element: DrawnElement,
    part: ModdleElement,
    values: Readonly<Record<string, unknown>>,
  ) => void
}

/** What a change needs: the drawn element, and whatever makes and changes. */
export type Edit = {
  readonly element: DrawnElement
  readonly source: DrawnElement | undefined
  readonly definitions: ModdleElement
  readonly moddle: Moddle
  readonly modeling: Modeling
}

/** An expression; nothing where nothing is written. */
export function expression({ moddle }: Edit, body: string): Writable | undefined {
  return body.trim() === '' ? undefined : moddle.create('bpmn:FormalExpression', { body })
}

/** Writes attributes that BPMN does not know by the names that the file has for them; empty ones are taken out. */
export function writeForeign(
  edit: Edit,
  part: ModdleElement,
  values: Readonly<Record<string, string>>,
): void {
  const named = Object.entries(values).map(
    ([name, value]) => [foreignName(part, name), value || undefined] as const,
  )
  if (named.some(([name, value]) => value !== undefined && name.startsWith('millrace:'))) declareOwn(edit)
  edit.modeling.updateModdleProperties(edit.element, part, Object.fromEntries(named))
}

/** Attributes of a vocabulary are only written where the file says which one it is. */
export function declareOwn({ definitions, modeling, element }: Edit): void {
  if (definitions.$attrs?.['xmlns:millrace'] !== undefined) return
  modeling.updateModdleProperties(element, definitions, { 'xmlns:millrace': MILLRACE })
}
