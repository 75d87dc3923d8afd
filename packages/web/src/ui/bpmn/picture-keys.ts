import { isTyping } from '../../platform/keys.ts'
import type { Direction } from './flow-order.ts'
import { isStop } from './flow-order.ts'
import type { Picture } from './picture.ts'
import type { Canvas, Drawer, DrawnElement, Heard } from './services.ts'

/** What an element is, in words. */
export type DrawnWords = (element: {
  readonly id: string
  readonly name: string
  readonly type: string
}) => string

type Settings = {
  readonly picture: Picture
  readonly label: string
  readonly say: DrawnWords
  readonly onSaid: (words: string) => void
  readonly onOpen: (elementId: string | null) => void
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'below',
  ArrowUp: 'above',
}

/** Leads through a picture by keys, and tells what is come to; a click opens as Enter does. */
export class PictureKeys {
  readonly #settings: Settings
  readonly #svg: SVGSVGElement | null

  constructor(drawer: Drawer, settings: Settings) {
    this.#settings = settings
    const container = drawer.get<Canvas>('canvas').getContainer()
    this.#svg = container.querySelector(':scope > svg')
    this.#svg?.setAttribute('role', 'application')
    this.#svg?.setAttribute('aria-label', settings.label)
    this.#svg?.setAttribute('tabindex', '0')
    this.#svg?.addEventListener('keydown', this.#handleKey)
    drawer.on('element.click', this.#handleClick)
  }

  stop(): void {
    this.#svg?.removeEventListener('keydown', this.#handleKey)
  }

  readonly #handleClick = ({ element }: Heard) => {
    const clicked = element?.labelTarget ?? element
    const isChosen = clicked !== undefined && isStop(clicked)
    this.#settings.picture.focus(isChosen ? clicked.id : null)
    this.#settings.onOpen(isChosen ? clicked.id : null)
  }

  readonly #handleKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    if (!this.#carryOut(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }

  #carryOut(key: string): boolean {
    const { picture, onOpen } = this.#settings
    const direction = DIRECTIONS[key]
    if (direction) return this.#come(picture.step(direction))
    switch (key) {
      case 'Home':
        return this.#come(picture.end('first'))
      case 'End':
        return this.#come(picture.end('last'))
      case '+':
      case '-':
        picture.zoom(key === '+' ? 1 : -1)
        return true
      case '0':
        picture.fit()
        return true
      case 'Enter':
        onOpen(picture.focusedId)
        return true
      case 'Escape': {
        const hadAny = picture.focusedId !== null
        picture.focus(null)
        onOpen(null)
        return hadAny
      }
      default:
        return false
    }
  }

  #come(element: DrawnElement | null): boolean {
    if (element) {
      const { id, type, businessObject } = element
      this.#settings.onSaid(this.#settings.say({ id, type, name: businessObject.name ?? '' }))
    }
    return true
  }
}
