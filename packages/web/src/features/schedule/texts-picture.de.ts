import type { Translated } from '../../platform/language/index.ts'
import type { textsPicture } from './texts-picture.ts'

/** Was über einen Plan auf Papier und als Bild gesagt wird. */
export const german = {
  title: 'Der Plan auf Papier',
  paper: 'Papier',
  papers: { a4: 'A4 quer', a3: 'A3 quer' },
  levels: 'Wie tief',
  allLevels: 'Alle Ebenen',
  level: (count) => (count === 1 ? 'Erste Ebene' : `Erste ${count} Ebenen`),
  withLinks: 'Mit Verknüpfungen',
  withFloat: 'Mit Puffer',
  withBaseline: 'Mit dem Basisplan',
  pages: (count) => (count === 1 ? '1 Seite' : `${count} Seiten`),
  print: 'Drucken oder als PDF aufheben',
  picture: 'Als Bild aufheben (PNG)',
  failed: 'Das Bild konnte nicht gemacht werden',
  failedHint: 'Vielleicht ist es zu groß für diesen Browser. Weniger Ebenen wählen oder drucken.',
  page: (page, pages) => `Seite ${page} von ${pages}`,
  asOf: (day) => `Stand ${day}`,
  today: 'heute',
  legend: {
    work: 'Geplante Arbeit',
    done: 'Schon erledigt',
    critical: 'Kritisch',
    summary: 'Sammelaufgabe',
    milestone: 'Meilenstein',
    baseline: 'Basisplan',
    deadline: 'Stichtag',
    range: 'Spanne, fest dann offen',
    float: 'Darf sich verschieben',
    status: 'Statusdatum',
  },
} satisfies Translated<typeof textsPicture>
