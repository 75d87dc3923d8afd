import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  acceptOutcome,
  type CaseClosing,
  checkClosing,
  type EndingCase,
  NOT_CLOSING,
  noticeOutcome,
  reopenClosing,
} from './closing.ts'

const OVER: EndingCase = { name: 'Claim', ownerId: 'owner', openRequired: 0 }
const NOTICE = { by: 'worker', to: 'Nord AG', way: 'letter', at: 5, now: 10 }
const accept = (by: string) => ({ by, note: 'fine', now: 7 })

function codeOf(result: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string {
  return result.ok ? 'ok' : (result.refusal?.code ?? '')
}

test('whoever asked for a case accepts its outcome, or whoever owns it where nobody did', () => {
  const asked: CaseClosing = { ...NOT_CLOSING, requesterId: 'client' }
  expect(codeOf(acceptOutcome(asked, accept('owner'), OVER))).toBe('case.not_yours_to_accept')
  expect(codeOf(acceptOutcome(asked, accept('client'), OVER))).toBe('ok')
  expect(codeOf(acceptOutcome(NOT_CLOSING, accept('client'), OVER))).toBe('case.not_yours_to_accept')
  expect(codeOf(acceptOutcome(NOT_CLOSING, accept('owner'), OVER))).toBe('ok')
})

test('notice comes after acceptance, and not out of the future', () => {
  const both: CaseClosing = { ...NOT_CLOSING, needsAcceptance: true, needsNotice: true }
  expect(codeOf(noticeOutcome(both, NOTICE, OVER))).toBe('case.not_accepted')
  expect(codeOf(noticeOutcome({ ...both, acceptedAt: 1 }, { ...NOTICE, at: 11 }, OVER))).toBe(
    'case.notice_ahead',
  )
  expect(codeOf(noticeOutcome({ ...both, acceptedAt: 1 }, NOTICE, OVER))).toBe('ok')
})

test('a case closes exactly when nothing required is open and what has to be was accepted and noticed', () => {
  const closing = fc.record({
    needsAcceptance: fc.boolean(),
    needsNotice: fc.boolean(),
    acceptedAt: fc.constantFrom(null, 3),
    noticedAt: fc.constantFrom(null, 4),
  })
  fc.assert(
    fc.property(closing, fc.nat(2), (said, openRequired) => {
      const may = codeOf(checkClosing({ ...NOT_CLOSING, ...said }, { ...OVER, openRequired })) === 'ok'
      const accepted = !said.needsAcceptance || said.acceptedAt !== null
      const noticed = !said.needsNotice || said.noticedAt !== null
      expect(may).toBe(openRequired === 0 && accepted && noticed)
    }),
  )
})

test('taken up again, a case is accepted and noticed anew', () => {
  const done: CaseClosing = { ...NOT_CLOSING, needsNotice: true, acceptedAt: 1, noticedAt: 2 }
  expect(codeOf(checkClosing(done, OVER))).toBe('ok')
  expect(codeOf(checkClosing(reopenClosing(done), OVER))).toBe('case.not_noticed')
})
