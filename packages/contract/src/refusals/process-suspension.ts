import type { RefusalEntry } from './entry.ts'

export const processSuspensionRefusals = {
  'process.instance_suspended': {
    status: 409,
    sentence: '{title} is suspended: {reason} ({by}).',
    remedy: 'Ask {by}, or resume it on its page; it goes on where it was.',
  },
  'process.version_suspended': {
    status: 409,
    sentence: 'Nothing is started by version {number} of {name}: {reason} ({by}).',
    remedy: 'Ask {by}, resume the version under Versions, or publish a new one.',
  },
  'process.not_suspended': {
    status: 409,
    sentence: '{title} is not suspended: there is nothing to resume.',
    remedy: 'Look at it again: somebody may have resumed it already.',
  },
} as const satisfies Record<string, RefusalEntry>
