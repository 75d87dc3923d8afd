import { splitKeys } from './keys.ts'

/** Which key a person presses instead of the usual one. Whatever two keys change places, no third is lost. */
export type OwnKeys = Readonly<Record<string, string>>

/** Whether a key may be given to a command: a letter or sign on its own, with Shift or without. */
export function isSingleKey(key: string): boolean {
  return /^(shift\+)?\S$/u.test(key)
}

/** A chord as the person presses it: `c` that became `n` gives `n`; keys with Ctrl, Alt or Command stay. */
export function toOwn(own: OwnKeys, usual: string): string {
  return splitKeys(usual)
    .map((key) => own[key] ?? key)
    .join(' ')
}

/** The usual key for one that was pressed. */
export function toUsual(own: OwnKeys, pressed: string): string {
  return Object.keys(own).find((usual) => own[usual] === pressed) ?? pressed
}

/**
 * Gives a command's usual key another place on the keyboard. What was there until now takes the place
 * that becomes free, so that every command keeps a key, also on screens that are not open now.
 */
export function placeKey(own: OwnKeys, usual: string, wanted: string): OwnKeys {
  const before = own[usual] ?? usual
  if (before === wanted) return own
  const next = { ...own, [usual]: wanted, [toUsual(own, wanted)]: before }
  return Object.fromEntries(Object.entries(next).filter(([key, placed]) => key !== placed))
}

const PREFERENCE = 'millrace.own-keys'

/** The own keys kept in this browser; what is not readable counts as none. */
export function keptOwnKeys(): OwnKeys {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFERENCE) ?? '{}')
    return isPermutation(kept) ? kept : {}
  } catch {
    return {}
  }
}

/** Keeps own keys in this browser. */
export function keepOwnKeys(own: OwnKeys): void {
  localStorage.setItem(PREFERENCE, JSON.stringify(own))
}

function isPermutation(value: unknown): value is OwnKeys {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const [keys, placed] = [Object.keys(value), Object.values(value)]
  return (
    placed.every((each) => typeof each === 'string' && isSingleKey(each)) &&
    new Set(placed).size === keys.length &&
    keys.every((key) => placed.includes(key))
  )
}
