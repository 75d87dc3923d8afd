import type { AllowedOrigin } from '../service/allowed-origin.ts'
import type { KnownReferences } from './finding.ts'

/** What the model of a process may name, listed for those who draw it. */
export type ListedReferences = {
  readonly decisions: readonly { readonly key: string; readonly isPublished: boolean }[]
  readonly forms: readonly { readonly key: string }[]
  readonly processes: readonly { readonly key: string; readonly elementId: string | null }[]
  readonly origins: readonly AllowedOrigin[]
}

/** The same as the rules ask for it: only decisions that are published answer, and processes go by either name. */
export function knownReferences(listed: ListedReferences): KnownReferences {
  const { decisions, forms, processes, origins } = listed
  return {
    decisions: new Set(decisions.filter(({ isPublished }) => isPublished).map(({ key }) => key)),
    forms: new Set(forms.map(({ key }) => key)),
    processes: new Set(
      processes.flatMap(({ key, elementId }) => (elementId === null ? [key] : [key, elementId])),
    ),
    origins,
  }
}
