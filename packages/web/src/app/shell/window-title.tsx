import { useEffect } from 'react'
import { useUnread } from '../../features/notify/hooks/use-unread.ts'
import { texts } from '../texts.ts'

/** Says in the window's title how much waits in the inbox, for whoever is elsewhere. */
export function WindowTitle() {
  const unread = useUnread()
  useEffect(() => {
    document.title = unread === 0 ? texts.product : `(${texts.places.unread(unread)}) ${texts.product}`
  }, [unread])
  useEffect(
    () => () => {
      document.title = texts.product
    },
    [],
  )
  return null
}
