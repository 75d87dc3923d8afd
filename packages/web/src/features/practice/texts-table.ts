import { words } from '../../platform/language/practice-words.ts'

/** What the 3x3 table says. */
export const textsTable = words('features/practice/texts-table', {
  title: '3x3 table',
  explain:
    'Whose matter it is, seen by whom: every undertaking has nine areas of interest. Each wants practices and artifacts, and one failing area can undo what the best ones do.',
  of: 'Of',
  organisation: 'The organisation',
  failed: 'The table could not be loaded',
  practices: 'Practices',
  artifacts: 'Artifacts',
  roles: 'Roles',
  open: (count: number) => (count === 1 ? '1 open item' : `${String(count)} open items`),
  time: (percent: number) => `${String(percent)} % of the time of the last 90 days`,
  noTime: 'No time in the last 90 days',
  mark: 'Strength',
  markOf: (area: string) => `Strength of ${area}`,
  unmarked: 'Not judged',
  marks: {
    best: 'Best of the market',
    satisfactory: 'Satisfactory',
    failing: 'Failing',
    notApplicable: 'Not applicable',
  },
  marked: (area: string) => `Judged ${area}`,
  gap: {
    noPractice: 'No practice',
    noArtifact: 'No artifact',
    nobodyMakes: (name: string) => `Nobody makes: ${name}`,
  },
  gaps: (count: number) => (count === 0 ? 'No gaps' : count === 1 ? '1 gap' : `${String(count)} gaps`),
  makeWork: 'Create an item',
  makeWorkFor: (title: string) => `Create an item: ${title}`,
  workTitle: (what: string) => `Establish a practice for ${what}`,
  artifactTitle: (what: string) => `Name what is made in ${what}`,
  describe: 'Describe one',
  describeFor: (area: string) => `Describe one: a practice for ${area}`,
  rename: (name: string) => `Rename ${name}`,
  renameTitle: 'What it is called here',
  renameHint: 'Empty: as usual',
  renamed: (name: string) => `Renamed ${name}`,
})
