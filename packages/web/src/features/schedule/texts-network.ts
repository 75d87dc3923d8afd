import { words } from '../../platform/language/plan-words.ts'

/** What the network of a plan says. */
export const textsNetwork = words('features/schedule/texts-network', {
  network: 'Network of the plan',
  group: 'Network',
  emptyTitle: 'Nothing depends on anything yet',
  emptySentence:
    'The network shows what has to wait for what. Relate two items with “comes before”, or write predecessors in the grid, and they appear here from left to right.',
  linked: (items: number, links: number) => `${String(items)} items, ${String(links)} links`,
  showLoose: (count: number) => `Show ${String(count)} without links`,
  asList: 'As a list',
  asPicture: 'As a picture',
  larger: 'Larger',
  smaller: 'Smaller',
  hint: 'Arrow keys follow the links. + and − change the size.',
  keys: {
    next: 'To what comes after it',
    previous: 'To what comes before it',
    up: 'Up',
    down: 'Down',
    frame: 'Bring it to the middle',
  },
  key: 'Key',
  when: 'When',
  comesAfter: 'Comes after',
  floatName: 'Float',
  comesBefore: 'Comes before',
  node: (title: string, dates: string) => (dates === '' ? title : `${title}, ${dates}`),
  undated: 'No dates',
  float: (days: string) => `${days} d float`,
  first: 'Waits for nothing',
  last: 'Nothing waits for it',
})
