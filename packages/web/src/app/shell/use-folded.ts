import { useCallback, useState } from 'react'

const KEY = 'millrace.sidebar'

/** Whether the sidebar shows signs only, remembered in this browser. */
export function useFolded(): { readonly isFolded: boolean; readonly toggle: () => void } {
  const [isFolded, setFolded] = useState(() => localStorage.getItem(KEY) === 'folded')
  const toggle = useCallback(() => {
    setFolded((before) => {
      localStorage.setItem(KEY, before ? 'open' : 'folded')
      return !before
    })
  }, [])
  return { isFolded, toggle }
}
