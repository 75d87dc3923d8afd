import type { RefusalEntry } from './entry.ts'

export const filesRefusals = {
  'files.missing': {
    status: 400,
    sentence: 'The request holds no file.',
    remedy: 'Send one file as multipart/form-data.',
  },
  'files.too_large': {
    status: 413,
    sentence: 'The file is larger than {max} MB.',
    remedy: 'Make it smaller, or ask an administrator to raise FILES_MAX_MB.',
  },
  'files.broken_off': {
    status: 400,
    sentence: 'The file broke off before its end; nothing was kept.',
    remedy: 'Send it again.',
  },
  'files.store_unreachable': {
    status: 503,
    sentence: 'The store of files does not answer.',
    remedy: 'Try again in a moment, or tell an administrator; nothing was changed.',
  },
  'files.content_missing': {
    status: 404,
    sentence: 'The content of {name} is not in the store.',
    remedy: 'Tell an administrator: it may be in a backup.',
  },
} as const satisfies Record<string, RefusalEntry>
