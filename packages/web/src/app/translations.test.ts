import { LANGUAGES } from '@millrace/contract/languages'
import { importProblemsDe, refusalsDe } from '@millrace/contract/languages/de'
import { refusals } from '@millrace/contract/refusals'
import { describe, expect, test } from 'vitest'
import { ENGLISH_DAYS } from '../ui/day-words.ts'

const modules = import.meta.glob<Readonly<Record<string, unknown>>>('./**/texts*.ts', {
  base: '../',
  eager: true,
})
const catalogues = import.meta.glob<Readonly<Record<string, unknown>>>('./languages/??.ts', {
  eager: true,
  import: 'catalogue',
})
const planCatalogues = import.meta.glob<Readonly<Record<string, unknown>>>('./languages/plans/??.ts', {
  eager: true,
  import: 'catalogue',
})
const modelCatalogues = import.meta.glob<Readonly<Record<string, unknown>>>('./languages/models/??.ts', {
  eager: true,
  import: 'catalogue',
})
const practiceCatalogues = import.meta.glob<Readonly<Record<string, unknown>>>(
  './languages/practices/??.ts',
  { eager: true, import: 'catalogue' },
)
const caseCatalogues = import.meta.glob<Readonly<Record<string, unknown>>>('./languages/cases/??.ts', {
  eager: true,
  import: 'catalogue',
})
const sources = import.meta.glob<string>('./features/**/texts*.ts', {
  base: '../',
  eager: true,
  query: '?raw',
  import: 'default',
})

/** A word or a maker of words, with the way that leads to it. */
type Leaf = readonly [path: string, said: unknown]

/** What is the same in English and German, looked at word by word: names, and words that both have. */
const ALIKE_IN_GERMAN = new Set([
  ...[
    'Asana',
    'ClickUp',
    'Focalboard',
    'Jira',
    'Kanboard',
    'Microsoft Project',
    'Microsoft Project (XML)',
    'Millrace',
    'monday',
    'Planka',
    'Nord & Partner',
    'Trello',
    'Alpha',
    'Alt',
    'Esc',
    'Alt + D',
    'Enter, F2',
    'Tab',
  ],
  ...['Administrator', 'Browser', 'Filter', 'In', 'Information', 'Link', 'Manager', 'Material', 'Name'],
  ...['Navigation', 'Offline', 'Organisation', 'Organisation: ', 'Passkey', 'Passkeys', 'Person', 'Plan'],
  ...['Status', 'Team', 'Teams', 'Text', 'Version'],
  // What is measured of earned value has the same names everywhere.
  ...['Budget', 'CPI', 'EAC', 'SPI', 'SPI(t)', 'TCPI'],
  // Keys that are called the same.
  ...['Enter, F2', 'Tab', 'Alt + D'],
  // Names of templates and keys that nobody reads as words.
  ...['agency', 'clinic', 'construction', 'empty', 'facility', 'legal', 'software', 'IDE', 'PAT', 'REL'],
  ...['case', 'list', 'process', 'project'],
])

const english = Object.entries(modules).flatMap(([file, exported]): Leaf[] => {
  if (/\.[a-z-]+\.ts$/.test(file)) return []
  const [said] = Object.values(exported).filter((each) => typeof each === 'object')
  return leavesOf(said, nameOf(file))
})

test('the words of the interface are found', () => {
  expect(english.length).toBeGreaterThan(1_200)
})

test('every language that is offered has its words, and no other is there', () => {
  const others = LANGUAGES.filter((tag) => tag !== 'en')
  expect(Object.keys(catalogues)).toEqual(others.map((tag) => `./languages/${tag}.ts`))
  expect(Object.keys(planCatalogues)).toEqual(others.map((tag) => `./languages/plans/${tag}.ts`))
  expect(Object.keys(modelCatalogues)).toEqual(others.map((tag) => `./languages/models/${tag}.ts`))
})

test('what plans say is looked up where it is, and nothing else there', () => {
  const wrong = Object.entries(sources).filter(([file, text]) => {
    const isOfPlans = file.startsWith('./features/schedule/')
    return !/\.[a-z-]+\.ts$/.test(file) && text.includes('/plan-words.ts') !== isOfPlans
  })
  expect(wrong.map(([file]) => file)).toEqual([])
})

describe.each(LANGUAGES.filter((tag) => tag !== 'en'))('%s', (tag) => {
  const catalogue = {
    ...catalogues[`./languages/${tag}.ts`],
    ...planCatalogues[`./languages/plans/${tag}.ts`],
    ...modelCatalogues[`./languages/models/${tag}.ts`],
    ...practiceCatalogues[`./languages/practices/${tag}.ts`],
    ...caseCatalogues[`./languages/cases/${tag}.ts`],
  }
  const said = new Map(
    Object.entries(catalogue).flatMap(([file, each]) =>
      file.startsWith('./') ? leavesOf(each, nameOf(file)) : [],
    ),
  )
  const translated = english.map(([path, source]) => [path, source, said.get(path)] as const)

  test('has every word, as the same kind of thing, with as many parameters', () => {
    const wrong = translated.filter(([, source, own]) => shapeOf(source) !== shapeOf(own))
    expect(wrong.map(([path]) => path)).toEqual([])
  })

  test('has no word that English does not have', () => {
    const known = new Set(english.map(([path]) => path))
    const extra = [...said.keys()].filter((path) => !known.has(path) && !path.startsWith('ui/day-words'))
    expect(extra).toEqual([])
  })

  test('every sentence speaks of what it is told', () => {
    const lost = translated.filter(([, source, own]) => mentionedBy(source) !== mentionedBy(own))
    expect(lost.map(([path, source, own]) => [path, mentionedBy(source), mentionedBy(own)])).toEqual([])
  })

  test('leaves nothing empty that English says', () => {
    const silent = translated.filter(([, source, own]) => own === '' && source !== '')
    expect(silent.map(([path]) => path)).toEqual([])
  })
})

describe('German', () => {
  test('is another word than the English one, but for those that were looked at', () => {
    const own = [
      catalogues['./languages/de.ts'],
      planCatalogues['./languages/plans/de.ts'],
      modelCatalogues['./languages/models/de.ts'],
      practiceCatalogues['./languages/practices/de.ts'],
      caseCatalogues['./languages/cases/de.ts'],
    ].flatMap((each) => Object.entries(each ?? {}))
    const said = new Map(own.flatMap(([file, each]) => leavesOf(each, nameOf(file))))
    const alike = english.flatMap(([path, source]) => {
      return typeof source === 'string' && /\p{L}{2}/u.test(source) && said.get(path) === source
        ? [source]
        : []
    })
    expect(alike.filter((word) => !ALIKE_IN_GERMAN.has(word))).toEqual([])
  })

  test('refusals name the same parameters', () => {
    const wrong = Object.entries(refusals).filter(([code, { sentence, remedy }]) => {
      const own = (refusalsDe as Readonly<Record<string, { sentence: string; remedy: string }>>)[code] // By any code.
      return placesIn(`${sentence} ${remedy}`) !== placesIn(`${own?.sentence ?? ''} ${own?.remedy ?? ''}`)
    })
    expect(wrong.map(([code]) => code)).toEqual([])
  })

  test('problems of imports are said without a hole', () => {
    expect(Object.values(importProblemsDe).filter((sentence) => sentence.trim() === '')).toEqual([])
  })

  test('days are read by as many names', () => {
    const days = (catalogues['./languages/de.ts'] ?? {})['./ui/day-words.de.ts'] as typeof ENGLISH_DAYS // Its file says so.
    expect([days.weekdays.length, days.months.length]).toEqual([
      ENGLISH_DAYS.weekdays.length,
      ENGLISH_DAYS.months.length,
    ])
  })
})

/** The file of words as `words` is told it: `./features/work/texts.de.ts` gives `features/work/texts`. */
function nameOf(file: string): string {
  return file.replace(/^\.\//, '').replace(/(?:\.[a-z-]+)?\.ts$/, '')
}

function leavesOf(said: unknown, path: string): Leaf[] {
  if (typeof said !== 'object' || said === null) return [[path, said]]
  return Object.entries(said).flatMap(([name, each]) => leavesOf(each, `${path}/${name}`))
}

function shapeOf(said: unknown): string {
  return typeof said === 'function' ? `function of ${String(said.length)}` : typeof said
}

/** Which of its parameters a sentence mentions. */
function mentionedBy(said: unknown): string {
  if (typeof said !== 'function') return ''
  const marks = Array.from({ length: said.length }, (_, index) => `§${String(index)}§`)
  const say = said as (...parts: readonly unknown[]) => unknown // It must speak whatever it is called with.
  const sentence = tried(() => say(...marks)) ?? tried(() => say(...marks.map((mark) => [mark]))) ?? ''
  return marks.filter((mark) => sentence.includes(mark)).join(' ')
}

function placesIn(sentence: string): string {
  return [...new Set(sentence.match(/\{\w+\}/g))].toSorted().join(' ')
}

/** What takes a list cannot speak of a text. */
function tried(say: () => unknown): string | undefined {
  try {
    return String(say())
  } catch {
    return undefined
  }
}
