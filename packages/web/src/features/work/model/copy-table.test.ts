import { expect, test } from 'vitest'
import { asHtml, asText } from './copy-table.ts'

const TABLE = [
  ['Key', 'Title'],
  ['TWR-1', 'Pour\tthe\n<slab> & "wait"'],
]

test('a cell is one line between tabs', () => {
  expect(asText(TABLE)).toBe('Key\tTitle\nTWR-1\tPour the <slab> & "wait"')
})

test('what people wrote is text in HTML', () => {
  expect(asHtml(TABLE)).toBe(
    '<table><tr><th>Key</th><th>Title</th></tr>' +
      '<tr><td>TWR-1</td><td>Pour\tthe<br>&lt;slab&gt; &amp; &quot;wait&quot;</td></tr></table>',
  )
})
