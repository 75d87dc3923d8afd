import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import { type SearchText } from '../platform/navigation.ts'

type Props = { readonly to: string; readonly search?: SearchText }

/**
 * Sends people on, once. The router's own component asks again with every rendering, which never
 * ends while the next page is still being fetched.
 */
export function Redirect({ to, search = {} }: Props) {
  const navigate = useNavigate()
  const leave = useEffectEvent(() => void navigate({ to, search, replace: true }))
  useEffect(() => leave(), [])
  return null
}
