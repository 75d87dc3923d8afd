/** One picture of the guide: which page of the demo, seen how, and what is done before it is taken. */
export type Picture = {
  /** Of the file in docs/pictures, without its ending. */
  readonly name: string
  /** After the organisation's own address. */
  readonly path: string
  readonly scheme?: 'dark'
  readonly isNarrow?: boolean
  /** Keys pressed, and texts typed where they begin with a quotation mark. */
  readonly keys?: readonly string[]
}

/** All pictures, in the order the guide shows them. */
export const PICTURES: readonly Picture[] = [
  { name: 'my-work', path: 'my' },
  { name: 'list', path: 'c/TWR/work' },
  { name: 'board', path: 'c/TEN/work?view=board' },
  { name: 'board-rows', path: 'items?view=board&group=state&lanes=responsible', scheme: 'dark' },
  { name: 'calendar', path: 'items?view=calendar' },
  { name: 'timeline', path: 'c/TWR/work?view=timeline' },
  { name: 'plan', path: 'c/TWR/plan' },
  { name: 'item', path: 'i/DSA-11' },
  { name: 'create', path: 'my', keys: ['c', '"Rent a crane @me !high +TWR ~2h friday'] },
  { name: 'palette', path: 'my', keys: ['Control+k', '"crane'] },
  { name: 'inbox', path: 'inbox' },
  { name: 'phone', path: 'my', isNarrow: true },
]
