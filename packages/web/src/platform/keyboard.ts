import { isTyping, keyOf, splitKeys } from './keys.ts'
import { keepOwnKeys, keptOwnKeys, type OwnKeys, toUsual } from './own-keys.ts'

/** Where a key counts. Later registered commands win over earlier ones within the same reach. */
export type KeyCommand = {
  readonly id: string
  /** `c`, `?`, `shift+x`, `mod+k` (Ctrl, or Command on a Mac), `alt+ArrowUp`, or a chord: `g m`. */
  readonly keys: string
  /** Words for the key help and the palette, such as `Change state…`. */
  readonly label: string
  /** Heading in the key help, such as `Go to` or `Items`. */
  readonly group: string
  readonly run: () => void
  /** Asked at the moment of the key. A command that is off lets the key pass on. */
  readonly isOn?: () => boolean
  /** Also while typing in a field. Only for chords with `mod`, and Escape. */
  readonly whileTyping?: boolean
  /** Also while a dialog or menu is open. */
  readonly inDialogs?: boolean
  /** Kept out of the palette: keys that only make sense as keys, such as moving the cursor. */
  readonly isHidden?: boolean
}

/** A chord's second key has this long to arrive. */
const CHORD_MS = 1_200
/** A field that has not opened after this long will not: keys are commands again. */
const HOLD_MS = 3_000

/** What was typed for a field before it was there, and whether Enter came after it. */
export type TypedAhead = { readonly text: string; readonly isEntered: boolean }

type Layer = { readonly commands: readonly KeyCommand[] }

/** The key map of the page: who listens to which key, and what the help shows. */
export class Keyboard {
  #layers: readonly Layer[] = []
  #listeners = new Set<() => void>()
  #prefix: { readonly key: string; readonly at: number } | null = null
  #commands: readonly KeyCommand[] = []
  #own: OwnKeys = keptOwnKeys()
  #held: (TypedAhead & { readonly at: number }) | null = null

  /** Adds commands on top of the present ones. Call the answer to take them away. */
  register(commands: readonly KeyCommand[]): () => void {
    const layer: Layer = { commands }
    this.#set([...this.#layers, layer])
    return () => this.#set(this.#layers.filter((other) => other !== layer))
  }

  /** The keys that a person presses instead of the usual ones. */
  ownKeys(): OwnKeys {
    return this.#own
  }

  /** Places keys anew, from now on and for later in this browser. */
  place(own: OwnKeys): void {
    keepOwnKeys(own)
    this.#own = own
    for (const listener of this.#listeners) listener()
  }

  /** All commands, topmost first; of two with the same keys only the one that would run. */
  commands(): readonly KeyCommand[] {
    return this.#commands
  }

  /**
   * What is typed from now on belongs to a field that is about to open, and is kept for it instead
   * of being taken for commands.
   */
  hold(now: number = Date.now()): void {
    // Held already while the field itself was fetched: what was typed since belongs to it too.
    if (this.#held !== null && now - this.#held.at <= HOLD_MS) return
    this.#held = { text: '', isEntered: false, at: now }
  }

  /** The field is there: what was typed meanwhile. */
  release(): TypedAhead {
    const { text = '', isEntered = false } = this.#held ?? {}
    this.#held = null
    return { text, isEntered }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Handles a key; true when a command ran or a chord has begun. */
  handle(event: KeyboardEvent, now: number = Date.now()): boolean {
    if (event.isComposing) return false
    // Lists keep the space from scrolling them, and do nothing else with it.
    if (this.#keep(event, now)) return true
    if (event.defaultPrevented) return false
    const pressed = keyOf(event)
    if (pressed === null) return false
    const key = toUsual(this.#own, pressed)
    const prefix = this.#prefix !== null && now - this.#prefix.at < CHORD_MS ? this.#prefix.key : null
    this.#prefix = null
    const command = this.#find(prefix === null ? key : `${prefix} ${key}`, event)
    if (command) {
      event.preventDefault()
      command.run()
      return true
    }
    if (prefix !== null) return false
    const begins = this.#commands.some((each) => each.keys.startsWith(`${key} `) && mayRun(each, event))
    if (begins) this.#prefix = { key, at: now }
    return begins
  }

  #keep(event: KeyboardEvent, now: number): boolean {
    if (this.#held === null || isTyping(event.target)) return false
    if (now - this.#held.at > HOLD_MS || event.ctrlKey || event.metaKey || event.altKey) {
      this.#held = null
      return false
    }
    // With Enter the field is done with: what comes after it is for nobody.
    if (!this.#held.isEntered) this.#held = { ...this.#held, ...typedOn(this.#held.text, event.key) }
    event.preventDefault()
    return true
  }

  #find(keys: string, event: KeyboardEvent): KeyCommand | undefined {
    return this.#commands.find((each) => each.keys === keys && mayRun(each, event))
  }

  #set(layers: readonly Layer[]): void {
    this.#layers = layers
    this.#commands = layers.toReversed().flatMap((layer) => layer.commands)
    for (const listener of this.#listeners) listener()
  }
}

function typedOn(text: string, key: string): Partial<TypedAhead> {
  if (key === 'Enter') return { isEntered: true }
  if (key === 'Backspace') return { text: text.slice(0, -1) }
  return key.length === 1 ? { text: text + key } : {}
}

function mayRun(command: KeyCommand, event: KeyboardEvent): boolean {
  if (command.isOn?.() === false) return false
  if (!command.whileTyping && isTyping(event.target)) return false
  if (!command.inDialogs && isInOverlay(event.target)) return false
  return !isSingle(command.keys) || singleKeysAreOn()
}

/** A letter or sign on its own, which a person dictating to the computer could press by accident. */
function isSingle(keys: string): boolean {
  return splitKeys(keys).some((key) => /^(shift\+)?.$/.test(key))
}

/** Dialogs and menus have keys of their own: typing a letter in a menu chooses an entry. */
function isInOverlay(target: EventTarget | null): boolean {
  const overlay = '[role=dialog][aria-modal=true], [role=menu], [role=listbox]'
  if (target instanceof Element && target.closest(overlay) !== null) return true
  return document.querySelector('[role=dialog][aria-modal=true]') !== null
}

const PREFERENCE = 'millrace.single-keys'

/** Whether keys without Ctrl, Alt or Command do anything (WCAG 2.1.4 asks that they can be switched off). */
export function singleKeysAreOn(): boolean {
  return localStorage.getItem(PREFERENCE) !== 'off'
}

/** Switches keys without Ctrl, Alt or Command on or off in this browser. */
export function switchSingleKeys(to: 'on' | 'off'): void {
  localStorage.setItem(PREFERENCE, to)
}

/** The one keyboard of the page. */
export const keyboard = new Keyboard()
