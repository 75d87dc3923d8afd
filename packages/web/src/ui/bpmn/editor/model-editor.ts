import Modeler from 'bpmn-js/lib/Modeler'
import { Picture } from '../picture.ts'
import type { Drawer, DrawnElement, ElementRegistry, Heard, ModdleElement, Selection } from '../services.ts'
import { DRAWING_COLOURS, DRAWING_LETTERS } from '../theme.ts'
import type { Appended, ElementPatch, ElementProperties } from './element-properties.ts'
import { executedParts } from './executed-parts.ts'
import { type Moddle, partsOf } from './moddle.ts'
import { readProperties } from './read-properties.ts'
import { TOGETHER, together } from './together.ts'
import { translated } from './translate.ts'
import { type Modeling, writeProperties } from './write-properties.ts'

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
    this.picture = new Picture(this.#modeler)
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
    this.#commands.execute(TOGETHER, { change: () => writeProperties(edit, patch) })
  }

  /** Puts something new after an element, and chooses it. */
  append(id: string, kind: Appended): void {
    const source = this.picture.element(id)
    if (!source) return
    const shape = this.#modeler.get<ElementFactory>('elementFactory').createShape({ type: `bpmn:${kind}` })
    this.choose(this.#modeler.get<AutoPlace>('autoPlace').append(source, shape).id)
  }

  /** Whether an element may have something after it. */
  canAppend(id: string): boolean {
    const type = this.picture.element(id)?.type ?? ''
    return (
      /(?:Task|Gateway|SubProcess|Transaction|CallActivity|Event)$/.test(type) && type !== 'bpmn:EndEvent'
    )
  }

  /** Names of what a model has of a kind, such as its messages. */
  names(type: string): readonly string[] {
    const roots = partsOf(this.#modeler.getDefinitions(), 'rootElements')
    return roots.filter((root) => root.$type === type).flatMap(({ name }) => name ?? [])
  }

  /** Every element by its id with its name, for whoever lists them. */
  nameOf(id: string): string {
    return this.#modeler.get<ElementRegistry>('elementRegistry').get(id)?.businessObject.name ?? ''
  }

  destroy(): void {
    this.#modeler.destroy()
  }
}
