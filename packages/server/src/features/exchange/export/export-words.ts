import type { AreaOfInterest, BlockerReason } from '@millrace/core/work'

/** Priorities as files name them, and as an import understands them. */
export const PRIORITY_WORDS = [null, 'Low', 'Medium', 'High', 'Urgent'] as const

/** Areas of interest as files name them. */
export const AREA_WORDS: Readonly<Record<AreaOfInterest, string>> = {
  '1.1': 'Market and clients',
  '1.2': 'Use and requirements',
  '1.3': 'Outside relations',
  '2.1': 'Idea and value',
  '2.2': 'Design and making',
  '2.3': 'Running the work',
  '3.1': 'Business and funding',
  '3.2': 'Methods and tools',
  '3.3': 'People and administration',
}

/** Why something stands still, as files say it. */
export const BLOCKER_WORDS: Readonly<Record<BlockerReason, string>> = {
  decision: 'A decision is missing',
  material: 'Material is missing',
  people: 'People are missing',
  information: 'Information is missing',
  external: 'Somebody outside',
  quality: 'Quality problem',
  other: 'Something else',
}
