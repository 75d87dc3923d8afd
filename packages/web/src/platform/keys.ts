import { texts } from './texts.ts'

const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/**
 * A key event in the notation of the key map: `c`, `?`, `mod+k`, `shift+ArrowDown`. Shift is written
 * only for keys whose character does not already tell it.
 *
 * @returns null for a modifier alone
 */
export function keyOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>) {
  const { key } = event
  if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'Dead'].includes(key)) return null
  const isLetter = /^\p{L}$/u.test(key)
  const isSign = key.length === 1 && !isLetter && key !== ' '
  const parts = [
    ...((IS_MAC ? event.metaKey : event.ctrlKey) ? ['mod'] : []),
    ...(event.altKey && !isSign ? ['alt'] : []),
    ...(event.shiftKey && !isSign ? ['shift'] : []),
    key === ' ' ? 'Space' : isLetter ? key.toLowerCase() : key,
  ]
  return parts.join('+')
}

/** The single keys of a chord: `g m` gives `g` and `m`. */
export function splitKeys(keys: string): readonly string[] {
  return keys.split(' ')
}

const CAPS: Readonly<Record<string, string>> = {
  mod: IS_MAC ? '⌘' : texts.caps.mod,
  alt: IS_MAC ? '⌥' : texts.caps.alt,
  shift: IS_MAC ? '⇧' : texts.caps.shift,
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: texts.caps.escape,
  Space: texts.caps.space,
  Delete: texts.caps.delete,
  Enter: '↵',
}

/** The caps of a key or chord as printed on the keyboard: `mod+k` gives `Ctrl`, `K`. */
export function showKeys(keys: string): readonly string[] {
  return splitKeys(keys).flatMap((key) =>
    key.split(/\+(?=.)/).map((part) => CAPS[part] ?? (part.length === 1 ? part.toUpperCase() : part)),
  )
}

/** Whether the target takes text, so that letters belong to it. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  if (target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}
