import { expect, test } from 'vitest'
import { entryOf } from './new-version.ts'

test.each([
  ['<script type="module" crossorigin src="/assets/index-CZ1.js"></script>', '/assets/index-CZ1.js'],
  ['<link rel="icon" href="/millrace.svg">\n<script src="/assets/a.js"></script>', '/assets/a.js'],
  ['<p>The proxy is tired.</p>', null],
])('%s begins with %s', (html, entry) => {
  expect(entryOf(html)).toBe(entry)
})
