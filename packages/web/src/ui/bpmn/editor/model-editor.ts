import Modeler from 'bpmn-js/lib/Modeler'
import { Picture } from '../picture.ts'
import type { Drawer, DrawnElement, Heard, ModdleElement, Selection } from '../services.ts'
import { DRAWING_COLOURS, DRAWING_LETTERS } from '../theme.ts'
import type { Modeling } from './edit.ts'
import type {
  Appended,
  ElementPatch,
  ElementProperties,
  ReferenceProperties,
  Way,
} from './element-properties.ts'
import { eventOf, REFERENCE_TYPES } from './event-properties.ts'
import { executedParts } from './executed-parts.ts'
import { attributesOf, extensionOf, type Moddle, partsOf } from './moddle.ts'
import { readCondition, readProperties } from './read-properties.ts'
import { TOGETHER, together } from './together.ts'
import { translated } from './translate.ts'
import { writeProperties } from './write-properties.ts'

type EditingDrawer = Drawer & {
  readonly saveXML: (options: { readonly format: boolean }) => Promise<{ readonly xml?: string }>
  readonly getDefinitions: () => ModdleElement
}

type CommandStack = {
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: () => boolean
  readonly canRedo: () => boolean
  readonly execute: (command: string, context: unknown) => void
}

type AutoPlace = { readonly append: (source: DrawnElement, shape: unknown) => DrawnElement }
type ElementFactory = { readonly createShape: (of: { readonly type: string }) => unknown }
type DirectEditing = { readonly isActive: () => boolean; readonly complete: () => void }

/** The palette of bpmn-js with its distance from the edge; narrow screens do without it, as `bpmn.css` has it. */
const PALETTE_WIDTH = 72
const WIDE = '(min-width: 821px)'

/** A model that is drawn: what is chosen, changed and taken back. */
export class ModelEditor {
  readonly picture: Picture
  readonly drawer: Drawer
  readonly #modeler: EditingDrawer

  constructor(place: HTMLElement) {
    this.#modeler = new Modeler({
      ...{ bpmnRenderer: DRAWING_COLOURS, textRenderer: DRAWING_LETTERS },
      additionalModules: [executedParts, together, translated],
    })
    this.#modeler.attachTo(place)
    this.drawer = this.#modeler
    this.picture = new Picture(this.#modeler, matchMedia(WIDE).matches ? PALETTE_WIDTH : 0)
  }

  /** Calls back whenever the model has changed, and whenever something else is chosen. */
  listen(onChanged: () => void, onChosen: (id: string | null) => void): void {
    this.#modeler.on('commandStack.changed', onChanged)
    this.#modeler.on('selection.changed', ({ newSelection = [] }: Heard) => {
      const [only, ...more] = newSelection
      const element = only?.labelTarget ?? only
      onChosen(element && more.length === 0 ? element.id : null)
    })
  }

  /** The model as a file. What was being typed on the picture counts. */
  async xml(): Promise<string> {
    const typing = this.#modeler.get<DirectEditing>('directEditing')
    if (typing.isActive()) typing.complete()
    return (await this.#modeler.saveXML({ format: true })).xml ?? ''
  }

  get #commands(): CommandStack {
    return this.#modeler.get<CommandStack>('commandStack')
  }

  get canUndo(): boolean {
    return this.#commands.canUndo()
  }

  get canRedo(): boolean {
    return this.#commands.canRedo()
  }

  undo(): void {
    if (this.canUndo) this.#commands.undo()
  }

  redo(): void {
    if (this.canRedo) this.#commands.redo()
  }

  choose(id: string | null): void {
    const element = id === null ? null : (this.picture.element(id) ?? null)
    this.#modeler.get<Selection>('selection').select(element)
    this.picture.focus(element?.id ?? null)
  }

  /** What is said of an element; of the whole process for null. */
  properties(id: string | null): ElementProperties | null {
    const element = id === null ? undefined : this.picture.element(id)
    return element ? readProperties(element) : null
  }

  /** Says something anew of an element, as one change. */
  change(id: string, patch: ElementPatch): void {
    const element = this.picture.element(id)
    if (!element) return
    const edit = {
      ...{ element, source: element.source, definitions: this.#modeler.getDefinitions() },
      moddle: this.#modeler.get<Moddle>('moddle'),
      modeling: this.#modeler.get<Modeling>('modeling'),
    }
    const elementOf = (of: string) => this.picture.element(of)?.businessObject
    this.#commands.execute(TOGETHER, { change: () => writeProperties(edit, patch, elementOf) })
  }

  /** The ways out of an element, in the order in which they are asked. */
  ways(id: string): readonly Way[] {
    const { outgoing = [] } = this.picture.element(id) ?? {}
    return outgoing
      .filter(({ type }) => type === 'bpmn:SequenceFlow')
      .map((flow) => ({
        ...{ id: flow.id, name: flow.businessObject.name ?? '', targetId: flow.target?.id ?? '' },
        condition: readCondition(flow.businessObject),
      }))
  }

  /** The activities of the model that have what undoes them. */
  undoable(): readonly { readonly id: string; readonly name: string }[] {
    return this.picture.stops().flatMap(({ id, businessObject, attachers = [] }) => {
      const hasUndo = attachers.some((one) => eventOf(one.businessObject, 'Compensate'))
      return hasUndo ? [{ id, name: businessObject.name ?? id }] : []
    })
  }

  /** Puts something new after an element, and chooses it. */
  append(id: string, kind: Appended): void {
    const source = this.picture.element(id)
    if (!source) return
    const shape = this.#modeler.get<ElementFactory>('elementFactory').createShape({ type: `bpmn:${kind}` })
    this.choose(this.#modeler.get<AutoPlace>('autoPlace').append(source, shape).id)
  }

  /** What an element is called, what it is, and where it leads where it is a flow. */
  describe(
    id: string,
  ): { readonly name: string; readonly type: string; readonly targetId: string | null } | null {
    const element = this.picture.element(id)
    if (!element) return null
    const { type, businessObject, target } = element
    return { name: businessObject.name ?? '', type, targetId: target?.id ?? null }
  }

  /** Whether an element may have something after it. */
  canAppend(id: string): boolean {
    const type = this.picture.element(id)?.type ?? ''
    return (
      /(?:Task|Gateway|SubProcess|Transaction|CallActivity|Event)$/.test(type) && type !== 'bpmn:EndEvent'
    )
  }

  /** Names of what a model has of a kind, such as its messages. */
  names(kind: ReferenceProperties['kind']): readonly string[] {
    const roots = partsOf(this.#modeler.getDefinitions(), 'rootElements')
    const named = roots
      .filter((root) => root.$type === REFERENCE_TYPES[kind])
      .flatMap(({ name }) => name || [])
    return [...new Set(named)]
  }

  /** The roles that are named in the model: by its lanes and by its tasks. */
  roles(): readonly string[] {
    const named = this.picture.elements().flatMap(({ type, businessObject: is }) => {
      if (type === 'bpmn:Lane') return is.name || []
      return attributesOf(extensionOf(is, 'work')).role || []
    })
    return [...new Set(named)].toSorted((a, b) => a.localeCompare(b))
  }

  destroy(): void {
    this.#modeler.destroy()
  }
}
