import { expect, test } from 'vitest'
import { keysIn, ownLink } from './own-links.ts'

const at = { origin: 'https://work.example.org', slug: 'harbour' }

test.each([
  ['/o/harbour/i/TWR-1', { kind: 'item', name: 'TWR-1', isComment: false }],
  ['https://work.example.org/o/harbour/i/TWR-1#comment-x', { kind: 'item', name: 'TWR-1', isComment: true }],
  ['/o/harbour/c/TWR/plan', { kind: 'container', name: 'TWR', isComment: false }],
  ['/o/harbour/c/TWR/work?peek=TWR-7', { kind: 'item', name: 'TWR-7', isComment: false }],
  ['/o/harbour/items?kept=v1', { kind: 'view', name: 'v1', isComment: false }],
  ['/o/other/i/TWR-1', null],
  ['https://elsewhere.example/o/harbour/i/TWR-1', null],
  ['//elsewhere.example/o/harbour/i/TWR-1', null],
  ['javascript:alert(1)', null],
  ['/o/harbour/settings/profile', null],
  ['http://[', null],
])('%s', (href, link) => {
  expect(ownLink(href, at)).toEqual(link)
})

test('keys stand by themselves, and are of containers that there are', () => {
  const found = keysIn(
    'See TWR-12, (TWR-3) and UTF-8, not XTWR-1, a/TWR-4 or TWR-5-b.',
    (key) => key === 'TWR',
  )
  expect(found.map(({ key }) => key)).toEqual(['TWR-12', 'TWR-3'])
})
