const BOARD_ID = 'bharbour000000000000000000a'

const board = {
  id: BOARD_ID,
  teamId: '0',
  createdBy: 'uann0000000000000000000000a',
  type: 'P',
  title: 'Harbour wall',
  isTemplate: false,
  cardProperties: [
    {
      id: 'p-status',
      name: 'Status',
      type: 'select',
      options: [
        { id: 'o-todo', value: 'To Do', color: 'propColorGray' },
        { id: 'o-night', value: 'Night shift 🌙', color: 'propColorBlue' },
        { id: 'o-done', value: 'Completed 🙌', color: 'propColorGreen' },
      ],
    },
    {
      id: 'p-priority',
      name: 'Priority',
      type: 'select',
      options: [{ id: 'o-high', value: '1. High 🔥', color: 'propColorRed' }],
    },
    {
      id: 'p-trade',
      name: 'Trade',
      type: 'multiSelect',
      options: [
        { id: 'o-steel', value: 'Steel', color: 'propColorGray' },
        { id: 'o-crane', value: 'Crane', color: 'propColorGray' },
      ],
    },
    { id: 'p-person', name: 'Assignee', type: 'person', options: [] },
    { id: 'p-due', name: 'Due Date', type: 'date', options: [] },
    { id: 'p-tons', name: 'Tons', type: 'number', options: [] },
    { id: 'p-check', name: 'Approved', type: 'checkbox', options: [] },
    { id: 'p-made', name: 'Created', type: 'createdTime', options: [] },
  ],
  createAt: Date.UTC(2026, 0, 1),
  updateAt: Date.UTC(2026, 0, 1),
  deleteAt: 0,
}

/** A line of an archive: a piece of the board. */
export function blockLine(id: string, type: string, more: Readonly<Record<string, unknown>> = {}): string {
  const data = {
    id,
    type,
    boardId: BOARD_ID,
    parentId: BOARD_ID,
    createdBy: 'uann0000000000000000000000a',
    schema: 1,
    title: '',
    fields: {},
    createAt: Date.UTC(2026, 0, 2),
    updateAt: Date.UTC(2026, 0, 2),
    deleteAt: 0,
    ...more,
  }
  return JSON.stringify({ type: 'block', data })
}

/** The folder that the board lies in. */
export const FOCALBOARD_FOLDER = BOARD_ID

/** The one picture of the archive, by its path. */
export const FOCALBOARD_PICTURE = `${BOARD_ID}/7pile.png`

/** The lines of a board, as its file in an archive has them. */
export const FOCALBOARD_LINES: readonly string[] = [
  JSON.stringify({ type: 'board', data: board }),
  blockLine('v1', 'view', {
    title: 'By status',
    fields: { viewType: 'board', groupById: 'p-status', cardOrder: ['c2', 'c1'] },
  }),
  blockLine('c1', 'card', {
    title: 'Order sheet piles',
    fields: {
      contentOrder: ['t1', ['k1', 'k2'], 'i1'],
      isTemplate: false,
      properties: {
        'p-status': 'o-night',
        'p-priority': 'o-high',
        'p-trade': ['o-steel', 'o-crane'],
        'p-person': 'utom0000000000000000000000b',
        'p-due': '{"from":1774958400000,"to":1775044800000}',
        'p-tons': '120',
        'p-check': 'true',
      },
    },
  }),
  blockLine('c2', 'card', {
    title: 'Clear the quay',
    fields: { contentOrder: [], properties: { 'p-status': 'o-done', 'p-due': '1774958400000' } },
  }),
  blockLine('c3', 'card', { title: 'A new card', fields: { isTemplate: true, properties: {} } }),
  blockLine('c4', 'card', { title: 'Deleted', deleteAt: Date.UTC(2026, 0, 3) }),
  blockLine('t1', 'text', { parentId: 'c1', title: 'As **drawn**' }),
  blockLine('k1', 'checkbox', { parentId: 'c1', title: 'Ask for a price', fields: { value: true } }),
  blockLine('k2', 'checkbox', { parentId: 'c1', title: 'Close the road', fields: {} }),
  blockLine('i1', 'image', { parentId: 'c1', fields: { fileId: '7pile.png' } }),
  blockLine('m2', 'comment', { parentId: 'c1', title: 'Now', createAt: Date.UTC(2026, 0, 9) }),
  blockLine('m1', 'comment', {
    parentId: 'c1',
    title: 'The *long* ones',
    createdBy: 'utom0000000000000000000000b',
    createAt: Date.UTC(2026, 0, 6, 9),
  }),
]

/** The same as one file without an archive, as the first versions wrote it. */
export const FOCALBOARD_OLD: readonly string[] = [
  JSON.stringify({ version: 1, date: Date.UTC(2022, 0, 1) }),
  blockLine(BOARD_ID, 'board', {
    title: 'Harbour wall',
    parentId: '',
    rootId: BOARD_ID,
    fields: { cardProperties: board.cardProperties, isTemplate: false },
  }),
  ...FOCALBOARD_LINES.slice(1),
]
