import { Link as RouterLink } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import type { SearchText } from '../platform/navigation.ts'

type Props = {
  /** An address made by `paths`. */
  readonly to: string
  readonly search?: SearchText
  readonly children: ReactNode
} & Omit<ComponentProps<'a'>, 'href' | 'children' | 'target'>

/** A link inside the program: no page load, and the page's code is fetched when the pointer comes near. */
export function Link({ to, search, children, ...rest }: Props) {
  return (
    <RouterLink to={to} search={search ?? {}} preload="intent" {...rest}>
      {children}
    </RouterLink>
  )
}
