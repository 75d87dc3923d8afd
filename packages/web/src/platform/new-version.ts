import { useEffect, useRef, useState } from 'react'
import { useConnection } from './store/index.ts'

/** Coming back to the page asks no more often than this. */
const PAUSE_MS = 5 * 60_000

/** Until then a page that has become live is as new as the server. */
const FRESH_MS = 10_000

/** The script that a page begins with; its name carries the hash of all that it loads. */
export function entryOf(html: string): string | null {
  return /<script\b[^>]*\ssrc="([^"]+)"/.exec(html)?.[1] ?? null
}

/**
 * Whether the server has another version than this page runs. It is asked when the page is looked at
 * again, when the connection has come back, and when a part of the page can no longer be fetched.
 */
export function useNewVersion(): boolean {
  const [isNew, setNew] = useState(false)
  const isLive = useConnection().state === 'live'
  // The page itself is an answer of the server, a moment old.
  const answeredAt = useRef(performance.timeOrigin)
  useEffect(() => {
    const ask = async () => {
      answeredAt.current = Date.now()
      if (await hasOtherEntry()) setNew(true)
    }
    const handleSeen = () => {
      if (document.visibilityState === 'visible' && Date.now() - answeredAt.current > PAUSE_MS) void ask()
    }
    const handleMissing = () => void ask()
    if (isLive && Date.now() - answeredAt.current > FRESH_MS) void ask()
    document.addEventListener('visibilitychange', handleSeen)
    window.addEventListener('vite:preloadError', handleMissing)
    return () => {
      document.removeEventListener('visibilitychange', handleSeen)
      window.removeEventListener('vite:preloadError', handleMissing)
    }
  }, [isLive])
  return isNew
}

/** The script that this page began with. */
export function ownEntry(): string | null {
  return document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null
}

async function hasOtherEntry(): Promise<boolean> {
  const own = ownEntry()
  // Not being reached now says nothing about versions.
  const response = await fetch('/', { cache: 'no-cache' }).catch(() => null)
  const entry = response?.ok ? entryOf(await response.text()) : null
  return entry !== null && own !== null && entry !== own
}
