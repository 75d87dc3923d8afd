import type { Id } from './id.ts'

/** Who caused a change. Engines and automations act on their own; imports act for a person. */
export type Actor =
  | { readonly kind: 'person'; readonly personId: Id<'Person'> }
  | { readonly kind: 'import'; readonly personId: Id<'Person'>; readonly runId: Id<'ImportRun'> }
  | { readonly kind: 'engine'; readonly engine: 'process' | 'case' | 'schedule' }
  | { readonly kind: 'system' }
