import { useCallback, useState } from 'react'

/** Which groups are folded, remembered in this browser under a name. */
export function useFolded(
  name: string,
  usual: readonly string[] = [],
): readonly [ReadonlySet<string>, (key: string) => void] {
  const stored = `millrace.folded.${name}`
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => readStored(stored, usual))
  const toggle = useCallback(
    (key: string) =>
      setFolded((before) => {
        const after = new Set(before)
        if (!after.delete(key)) after.add(key)
        localStorage.setItem(stored, JSON.stringify([...after]))
        return after
      }),
    [stored],
  )
  return [folded, toggle]
}

function readStored(name: string, usual: readonly string[]): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return new Set(Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : usual)
  } catch {
    return new Set(usual)
  }
}
