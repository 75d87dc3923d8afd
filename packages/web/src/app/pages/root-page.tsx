import { Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { keyboard } from '../../platform/keyboard.ts'

/** The frame around everything: one listener for all keys. */
export function RootPage() {
  useEffect(() => {
    const handle = (event: KeyboardEvent) => keyboard.handle(event)
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
  return <Outlet />
}
