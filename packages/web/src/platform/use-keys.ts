import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { type KeyCommand, keyboard } from './keyboard.ts'
import type { OwnKeys } from './own-keys.ts'

/**
 * Key commands that live as long as the component. What they do may change with every render;
 * they are registered anew only when their ids, keys or labels change. They work as soon as the component is seen.
 */
export function useKeys(commands: readonly KeyCommand[]): void {
  const latest = useRef(commands)
  useLayoutEffect(() => {
    latest.current = commands
  })
  const shape = JSON.stringify(commands)
  useLayoutEffect(() => {
    const find = (id: string) => latest.current.find((command) => command.id === id)
    // JSON leaves the functions out and keeps the rest, which is what has to be the same.
    const shown = JSON.parse(shape) as readonly Omit<KeyCommand, 'run' | 'isOn'>[]
    return keyboard.register(
      shown.map((command) => ({
        ...command,
        run: () => find(command.id)?.run(),
        isOn: () => {
          const present = find(command.id)
          return present !== undefined && present.isOn?.() !== false
        },
      })),
    )
  }, [shape])
}

/** Every command that a key can reach now, for the help and the palette. */
export function useKeyCommands(): readonly KeyCommand[] {
  return useSyncExternalStore(
    (listener) => keyboard.subscribe(listener),
    () => keyboard.commands(),
  )
}

/** The keys that the person presses instead of the usual ones. */
export function useOwnKeys(): OwnKeys {
  return useSyncExternalStore(
    (listener) => keyboard.subscribe(listener),
    () => keyboard.ownKeys(),
  )
}
