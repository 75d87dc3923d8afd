import { expect, test } from 'vitest'
import { changeView, defaultView, mayForgetView, type ViewFacts } from './saved-view.ts'

const view: ViewFacts = { ownerId: 'rosa', isShared: true, isLocked: true, isDefault: false }
const rosa = { personId: 'rosa', isContributor: true, isManager: false }
const tom = { personId: 'tom', isContributor: true, isManager: false }
const ida = { personId: 'ida', isContributor: true, isManager: true }
const guest = { personId: 'guest', isContributor: false, isManager: false }

test.each([
  ['a locked view is its owner’s', view, {}, rosa, true],
  ['a locked view is the manager’s too', view, {}, ida, true],
  ['a locked view is nobody else’s', view, {}, tom, false],
  ['an open view is improved by whoever works there', { ...view, isLocked: false }, {}, tom, true],
  ['an open view is not changed by who only looks', { ...view, isLocked: false }, {}, guest, false],
  ['who works there does not lock it', { ...view, isLocked: false }, { isLocked: true }, tom, false],
  ['a view of one’s own is not the manager’s', { ...view, isShared: false }, {}, ida, false],
  ['one’s own page opens as one likes', { ...view, isShared: false }, { isDefault: true }, rosa, true],
  ['everybody’s page opens as a manager says', view, { isDefault: true }, ida, true],
  ['an owner does not say what everybody’s page opens with', view, { isDefault: true }, rosa, false],
  ['also not by sharing', { ...view, isShared: false, isDefault: true }, { isShared: true }, rosa, false],
])('%s', (_name, before, change, editor, isAllowed) => {
  expect(changeView(before, change, editor).ok).toBe(isAllowed)
})

test('a view is forgotten by its owner, and a shared one by managers', () => {
  expect([rosa, ida, tom].map((editor) => mayForgetView(view, editor))).toEqual([true, true, false])
  expect(mayForgetView({ ...view, isShared: false }, ida)).toBe(false)
})

test('one’s own default goes before the one for everybody', () => {
  const all = { ...view, isDefault: true }
  const own = { ...view, isShared: false, isDefault: true, ownerId: 'tom' }
  expect(defaultView([all, own], 'tom')).toBe(own)
  expect(defaultView([all, own], 'rosa')).toBe(all)
  expect(defaultView([view], 'rosa')).toBeUndefined()
})
