import type { RefusalEntry } from './entry.ts'

export const platformRefusals = {
  'platform.input_wrong': {
    status: 400,
    sentence: 'The request does not fit: {detail}.',
    remedy: 'Compare it with the reference page.',
  },
  'platform.not_found': {
    status: 404,
    sentence: 'There is no such {what}, or it is not shared with you.',
    remedy: 'Check the address, or ask for access.',
  },
  'platform.not_signed_in': {
    status: 401,
    sentence: 'You are not signed in.',
    remedy: 'Sign in, or send a valid token.',
  },
  'platform.not_allowed': {
    status: 403,
    sentence: 'You may not do this ({permission}).',
    remedy: 'Ask somebody who manages it.',
  },
  'platform.scope_missing': {
    status: 403,
    sentence: 'This token may not do this ({scope}).',
    remedy: 'Make a token with that scope.',
  },
  'platform.reference_unknown': {
    status: 422,
    sentence: 'The {field} names something that does not exist.',
    remedy: 'Reload and choose again.',
  },
  'platform.exists': {
    status: 409,
    sentence: 'This {what} exists already.',
    remedy: 'Use the existing one.',
  },
  'platform.version_old': {
    status: 409,
    sentence: 'This {what} is at version {actual}, not {expected}.',
    remedy: 'Read it again and repeat the change.',
  },
  'platform.idempotency_key_reused': {
    status: 409,
    sentence: 'This idempotency key was used for another request.',
    remedy: 'Make a new key for each request.',
  },
  'platform.batch_too_large': {
    status: 413,
    sentence: 'A batch holds {max} commands at most.',
    remedy: 'Send several batches.',
  },
  'platform.body_too_large': {
    status: 413,
    sentence: 'The request is larger than {max} bytes.',
    remedy: 'Send less at once.',
  },
  'platform.too_many_requests': {
    status: 429,
    sentence: 'Too many requests.',
    remedy: 'Wait a moment and try again.',
  },
  'platform.downloads_busy': {
    status: 429,
    sentence: 'Several large files are being made just now.',
    remedy: 'Try again in a minute.',
  },
  'platform.cursor_wrong': {
    status: 400,
    sentence: 'The cursor does not belong to this list.',
    remedy: 'Start again from the first page.',
  },
  'platform.other_origin': {
    status: 403,
    sentence: 'The request comes from another site.',
    remedy: 'Use the address this Millrace is served at.',
  },
  'platform.busy': {
    status: 503,
    sentence: 'The server is too busy, its disk is full, or its database cannot be reached.',
    remedy: 'Try again in a moment; nothing was changed.',
  },
} as const satisfies Record<string, RefusalEntry>
