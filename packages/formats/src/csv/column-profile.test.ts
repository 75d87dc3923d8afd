import fc from 'fast-check'
import { expect, test } from 'vitest'
import { profileColumns, readCsv } from './index.ts'

const profile = (text: string) => {
  const result = readCsv(new TextEncoder().encode(text), { header: 'first-row' })
  return result.ok ? profileColumns(result.value) : []
}
const meanings = (header: string, row: string) =>
  profile(`${header}\n${row}\n`).map((column) => column.meaning)

test.each([
  [
    'English',
    'ID,Title,Description,Parent,Status,Priority,Assignee,Labels,Start Date,Due Date,Estimated Hours',
    '1,Dig,Dig the pit,0,open,high,Anna,site,2026-01-01,2026-02-01,8',
  ],
  [
    'German',
    'Nr.,Titel,Beschreibung,Übergeordnete Aufgabe,Status,Priorität,Zugewiesen an,Schlagwörter,Beginn,Fällig am,Aufwand',
    '1,Graben,Die Grube,0,offen,hoch,Anna,Bau,2026-01-01,2026-02-01,8',
  ],
  [
    'French',
    'Numéro,Titre,Descriptif,Tâche parente,Statut,Priorité,Responsable,Étiquettes,Date de début,Échéance,Charge',
    '1,Creuser,La fosse,0,ouvert,haute,Anna,chantier,2026-01-01,2026-02-01,8',
  ],
  [
    'Spanish',
    'Clave,Título,Descripción,Tarea principal,Estado,Prioridad,Asignado a,Etiquetas,Fecha de inicio,Vencimiento,Esfuerzo',
    '1,Cavar,El pozo,0,abierto,alta,Anna,obra,2026-01-01,2026-02-01,8',
  ],
  [
    'Russian',
    'Номер,Название,Описание,Родительская задача,Статус,Приоритет,Исполнитель,Метки,Дата начала,Срок,Трудозатраты',
    '1,Копать,Копать яму,0,открыта,высокий,Анна,стройка,2026-01-01,2026-02-01,8',
  ],
])('%s headers propose a full mapping', (_language, header, row) => {
  expect(meanings(header, row)).toEqual([
    'key',
    'title',
    'description',
    'parent',
    'state',
    'priority',
    'assignee',
    'label',
    'start',
    'due',
    'effort',
  ])
})

test('names joined by capitals or underscores are understood', () => {
  expect(meanings('task_name,dueDate,IssueType,assignedTo', 'Dig,2026-01-01,Bug,Anna')).toEqual([
    'title',
    'due',
    'type',
    'assignee',
  ])
})

test('a meaning goes to the best column only, labels to every one', () => {
  expect(meanings('Task title,Title,Labels,Labels', 'a,b,c,d')).toEqual([
    undefined,
    'title',
    'label',
    'label',
  ])
})

test('a header promising a date is not believed when the cells hold none', () => {
  expect(meanings('Title,Due', 'Dig,someday')).toEqual(['title', undefined])
})

test.each([
  [
    'dates with a decided order',
    ['31.12.2026', '03.04.2026'],
    { kind: 'date', order: { kind: 'decided', order: 'day-month', evidence: 1 }, hasTime: false },
  ],
  [
    'dates of an assumed order',
    ['03/04/2026'],
    { kind: 'date', order: { kind: 'assumed', order: 'day-month', ambiguous: 1 }, hasTime: false },
  ],
  [
    'dates that contradict',
    ['31/12/2026', '12/31/2026'],
    { kind: 'date', order: { kind: 'mixed', dayMonth: [0], monthDay: [1] }, hasTime: false },
  ],
  ['dates with a time', ['2026-01-01T10:00:00Z'], { kind: 'date', order: { kind: 'none' }, hasTime: true }],
  ['compact dates', ['20260101', '20260228'], { kind: 'date', order: { kind: 'none' }, hasTime: false }],
  [
    'decimal commas',
    ['1,5', '2.000,25'],
    { kind: 'number', mark: { kind: 'decided', mark: ',', evidence: 2 }, isWhole: false },
  ],
  ['whole numbers', ['1', '2', '30'], { kind: 'number', mark: { kind: 'none' }, isWhole: true }],
  ['shares', ['10 %', '55 %'], { kind: 'percent', mark: { kind: 'none' } }],
  [
    'money',
    ['1.200,50 €', '3,00 €'],
    { kind: 'money', mark: { kind: 'decided', mark: ',', evidence: 2 }, currency: 'EUR' },
  ],
  ['truths', ['yes', 'no', 'yes'], { kind: 'truth' }],
  ['zeros and ones', ['0', '1', '1'], { kind: 'truth' }],
  ['lengths', ['3d', '2h 30m'], { kind: 'duration' }],
  ['addresses', ['a@example.org', 'b@example.org'], { kind: 'email' }],
  ['few words repeated', ['open', 'done', 'open', 'open'], { kind: 'choice' }],
  ['text', ['Dig the pit', 'Pour the slab'], { kind: 'text' }],
  ['nothing', ['', ''], { kind: 'empty' }],
])('a column of %s is recognised', (_name, cells, kind) => {
  const columns = profile(`X,y\n${cells.map((cell) => `"${cell}",z`).join('\n')}\n`)
  expect(columns[0]?.kind).toEqual(kind)
})

test('day counts are dates only under a header that promises one', () => {
  expect(profile('Due,Points\n46000,46000\n46010,46010\n').map((column) => column.kind.kind)).toEqual([
    'excel-date',
    'number',
  ])
})

test('a few odd cells do not hide the kind, and their share is told', () => {
  const cells = [...Array.from({ length: 19 }, (_, index) => `2026-01-${index + 10}`), 'unknown']
  expect(profile(`Due,y\n${cells.map((cell) => `${cell},z`).join('\n')}\n`)[0]).toMatchObject({
    kind: { kind: 'date' },
    share: 0.95,
    meaning: 'due',
    filled: 20,
    distinct: 20,
    examples: ['2026-01-10', '2026-01-11', '2026-01-12'],
  })
})

test('columns without telling headers are guessed from their values', () => {
  expect(meanings('A,B', 'x@example.org,Repair the north gate')).toEqual(['assignee', 'title'])
})

test('any table has a profile', () => {
  const cell = fc.string({ unit: fc.constantFrom(...Array.from('01.,:/-%€@aя "\n')), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }), (grid) => {
      const rows = grid.map((cells, index) => ({ line: index + 2, cells }))
      const columns = profileColumns({ columns: ['Due', 'Title', 'x'], rows })
      expect(columns.map((column) => column.filled + column.blank)).toEqual(Array(3).fill(grid.length))
    }),
    { seed: 54, numRuns: 1000 },
  )
})
