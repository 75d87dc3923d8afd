import { isTyping } from '../../../platform/keys.ts'
import type { Direction } from '../flow-order.ts'
import type { Canvas } from '../services.ts'
import type { ModelEditor } from './model-editor.ts'

type Settings = { readonly label: string; readonly onDescribe: () => void }

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'below',
  ArrowUp: 'above',
}

/**
 * Keys of the drawing board, beside those of bpmn-js. Alt with an arrow leads along the flow, as arrows by themselves
 * move what is chosen. Letters are tools here, and reach nothing else of the page.
 */
export class EditorKeys {
  readonly #editor: ModelEditor
  readonly #settings: Settings
  readonly #container: HTMLElement

  constructor(editor: ModelEditor, settings: Settings) {
    this.#editor = editor
    this.#settings = settings
    this.#container = editor.drawer.get<Canvas>('canvas').getContainer()
    const svg = this.#container.querySelector(':scope > svg')
    svg?.setAttribute('role', 'application')
    svg?.setAttribute('aria-label', settings.label)
    this.#container.addEventListener('keydown', this.#handleKey)
  }

  stop(): void {
    this.#container.removeEventListener('keydown', this.#handleKey)
  }

  readonly #handleKey = (event: KeyboardEvent) => {
    const isOwn = !isTyping(event.target) && this.#carryOut(event)
    if (isOwn) event.preventDefault()
    const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey
    if (isOwn || isLetter || isTyping(event.target)) event.stopPropagation()
  }

  #carryOut({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
    const { picture } = this.#editor
    const direction = DIRECTIONS[key]
    if (direction && altKey) {
      const element = picture.step(direction)
      if (element) this.#editor.choose(element.id)
      return true
    }
    if (ctrlKey || metaKey || altKey) return false
    switch (key) {
      case '+':
      case '-':
        picture.zoom(key === '+' ? 1 : -1)
        return true
      case '0':
        picture.fit()
        return true
      case 'Enter':
        this.#settings.onDescribe()
        return true
      default:
        return false
    }
  }
}
