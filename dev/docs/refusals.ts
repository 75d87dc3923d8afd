import { readFileSync, writeFileSync } from 'node:fs'
import { refusals } from '@millrace/contract'

const FILE = new URL('../../docs/refusals.md', import.meta.url)
const HEAD = `# Refusals

What Millrace says no to, by code. The code is stable; words may change. Places in braces are filled from \`params\` of the problem document.

| code | status | sentence | what to do |
|---|---|---|---|
`

/** The page as it should be. */
export function refusalPage(): string {
  const rows = Object.entries(refusals)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, entry]) => `| \`${code}\` | ${entry.status} | ${entry.sentence} | ${entry.remedy} |`)
  return `${HEAD}${rows.join('\n')}\n`
}

/** The page as it is. */
export function writtenRefusalPage(): string {
  return readFileSync(FILE, 'utf8')
}

if (import.meta.main) writeFileSync(FILE, refusalPage())
