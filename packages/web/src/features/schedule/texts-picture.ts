import { words } from '../../platform/language/plan-words.ts'

/** What is said about a plan on paper and as a picture. */
export const textsPicture = words('features/schedule/texts-picture', {
  title: 'The plan on paper',
  paper: 'Paper',
  papers: { a4: 'A4, on its side', a3: 'A3, on its side' },
  levels: 'How deep',
  allLevels: 'All levels',
  level: (count: number) => (count === 1 ? 'First level' : `First ${String(count)} levels`),
  withLinks: 'With links',
  withFloat: 'With slack',
  withBaseline: 'With the baseline',
  pages: (count: number) => (count === 1 ? '1 page' : `${String(count)} pages`),
  print: 'Print, or keep as PDF',
  picture: 'Keep as a picture (PNG)',
  failed: 'The picture could not be made',
  failedHint: 'It may be too large for this browser. Choose fewer levels, or print it.',
  page: (page: number, pages: number) => `Page ${String(page)} of ${String(pages)}`,
  asOf: (day: string) => `As of ${day}`,
  today: 'today',
  legend: {
    work: 'Planned work',
    done: 'Already done',
    critical: 'Critical',
    summary: 'Summary',
    milestone: 'Milestone',
    baseline: 'Baseline',
    deadline: 'Deadline',
    range: 'Range, firm then open',
    float: 'May slip',
    status: 'Status date',
  },
})
