/**
 * The same three pieces of work as each tracker exports them: `Order sheet piles`, due on 31 March 2026,
 * of Tom Dahl, with the label steel, where the format has them a comment and two lines; `Drive sheet
 * piles`; and `Clear the quay`, which is done.
 */
const DUE = '2026-03-31T12:00:00.000Z'
const SAID = '2026-01-06T09:00:00.000Z'

const block = (id: string, type: string, more: object) => ({
  type: 'block',
  data: { id, type, parentId: 'b1', boardId: 'b1', createdBy: 'utom', fields: {}, deleteAt: 0, ...more },
})

const lines = (entries: readonly object[]) => entries.map((entry) => JSON.stringify(entry)).join('\n')

const PROPERTIES = [
  {
    id: 'p1',
    name: 'Status',
    type: 'select',
    options: [
      { id: 'o1', value: 'To Do' },
      { id: 'o2', value: 'Completed 🙌' },
    ],
  },
  { id: 'p2', name: 'Trade', type: 'multiSelect', options: [{ id: 'o3', value: 'steel' }] },
  { id: 'p3', name: 'Due', type: 'date', options: [] },
  { id: 'p4', name: 'Assignee', type: 'person', options: [] },
]

const BLOCKS = [
  block('c1', 'card', {
    title: 'Order sheet piles',
    fields: { properties: { p1: 'o1', p2: ['o3'], p3: `{"from":${Date.parse(DUE)}}`, p4: 'utom' } },
  }),
  block('c2', 'card', { title: 'Drive sheet piles', fields: { properties: { p1: 'o1' } } }),
  block('c3', 'card', { title: 'Clear the quay', fields: { properties: { p1: 'o2' } } }),
  block('k1', 'checkbox', { parentId: 'c1', title: 'Ask for a price', fields: { value: true } }),
  block('k2', 'checkbox', { parentId: 'c1', title: 'Close the road' }),
  block('m1', 'comment', { parentId: 'c1', title: 'The long ones', createAt: Date.parse(SAID) }),
  block('i1', 'image', { parentId: 'c1', fields: { fileId: '7pile.png' } }),
]

/** An archive of Focalboard, with one file in it. */
export const FOCALBOARD_FILES = {
  'version.json': '{"version":2,"date":1767603600000}',
  'b1/board.jsonl': lines([
    { type: 'board', data: { id: 'b1', title: 'Harbour wall', cardProperties: PROPERTIES } },
    ...BLOCKS,
  ]),
  'b1/7pile.png': 'picture',
}

/** The older archive of Focalboard, which is lines alone. */
export const FOCALBOARD_LINES = lines([
  { version: 1, date: 1640000000000 },
  block('b1', 'board', { title: 'Harbour wall', parentId: '', fields: { cardProperties: PROPERTIES } }),
  ...BLOCKS,
])

/** A board of monday, row by row. */
export const MONDAY_ROWS: readonly (readonly string[])[] = [
  ['Harbour wall'],
  ['This month'],
  ['Name', 'Subitems', 'Person', 'Status', 'Date', 'Tags', 'Item ID (auto generated)'],
  ['Order sheet piles', 'Drive sheet piles', 'Tom Dahl', 'Working on it', '2026-03-31', 'steel', '7001'],
  ['Subitems', 'Name', 'Owner', 'Status', 'Item ID (auto generated)'],
  ['', 'Drive sheet piles', '', 'Stuck', '7101'],
  ['Later'],
  ['Name', 'Subitems', 'Person', 'Status', 'Date', 'Tags', 'Item ID (auto generated)'],
  ['Clear the quay', '', '', 'Done', '', '', '7002'],
]

/** A table of ClickUp. */
export const CLICKUP_FILE = [
  'Task ID,Task Name,Status,Due Date,Parent ID,Assignees,Tags,Priority,List Name,Space Name,Checklists,Comments',
  `86b0a1,Order sheet piles,to do,${Date.parse(DUE)},null,[Tom Dahl],[steel],2,Works,Harbour wall,"{""Before"":[""Ask for a price"",""Close the road""]}","[{""text"":""The long ones"",""by"":""ann@example.org"",""date"":""${Date.parse(SAID)}""}]"`,
  '86b0a2,Drive sheet piles,to do,,86b0a1,[],[],null,Works,Harbour wall,[],[]',
  '86b0a3,Clear the quay,complete,,,[],[],null,Works,Harbour wall,[],[]',
].join('\n')

/** A project of Asana. */
export const ASANA_FILE = JSON.stringify({
  data: [
    {
      gid: '1001',
      name: 'Order sheet piles',
      completed: false,
      due_on: '2026-03-31',
      assignee: { gid: '61', name: 'Tom Dahl' },
      tags: [{ gid: '81', name: 'steel' }],
      memberships: [{ project: { gid: '5', name: 'Harbour wall' }, section: { gid: '7', name: 'To do' } }],
      stories: [
        {
          type: 'comment',
          text: 'The long ones',
          created_at: SAID,
          created_by: { gid: '61', name: 'Tom Dahl' },
        },
      ],
      subtasks: [{ gid: '1101', name: 'Drive sheet piles', completed: false, subtasks: [] }],
    },
    {
      gid: '1002',
      name: 'Clear the quay',
      completed: true,
      completed_at: SAID,
      dependencies: [{ gid: '1001' }],
    },
  ],
})

/** The tasks that Kanboard exports. */
export const KANBOARD_FILE = [
  '"Task Id",Project,Status,Category,Swimlane,Column,"Due date",Creator,"Assignee Username","Assignee Name",Title,"Creation date","Completion date"',
  '7,"Harbour wall",Open,steel,Default,Backlog,03/31/2026,ann,tom,"Tom Dahl","Order sheet piles",01/05/2026,',
  '8,"Harbour wall",Open,,Default,Backlog,,ann,,,"Drive sheet piles",01/05/2026,',
  '9,"Harbour wall",Closed,,Default,Backlog,,ann,,,"Clear the quay",01/05/2026,01/06/2026',
].join('\n')

/** Answers of Kanboard's interface. */
export const KANBOARD_ANSWERS = JSON.stringify([
  { result: [{ id: '1', title: 'Backlog', task_limit: '0', project_id: '1' }] },
  { result: [{ id: '2', username: 'tom', name: 'Tom Dahl' }] },
  { result: [{ id: '4', name: 'steel', project_id: '1' }] },
  {
    result: [
      {
        id: '7',
        title: 'Order sheet piles',
        column_id: '1',
        is_active: '1',
        owner_id: '2',
        category_id: '4',
        date_due: String(Date.parse(DUE) / 1000),
      },
      { id: '8', title: 'Drive sheet piles', column_id: '1', is_active: '1' },
      { id: '9', title: 'Clear the quay', column_id: '1', is_active: '0' },
    ],
  },
  {
    result: [
      {
        task_id: '7',
        comment: 'The long ones',
        user_id: '2',
        date_creation: String(Date.parse(SAID) / 1000),
      },
    ],
  },
  {
    result: [
      { task_id: '7', title: 'Ask for a price', status: '2' },
      { task_id: '7', title: 'Close the road', status: '0' },
    ],
  },
])

/** A board of Planka, and what was said on a card of it. */
export const PLANKA_FILE = JSON.stringify([
  {
    item: { id: '100', name: 'Harbour wall' },
    included: {
      users: [{ id: '61', name: 'Tom Dahl', username: 'tom' }],
      labels: [{ id: '81', name: 'steel', color: 'berry-red' }],
      lists: [
        { id: '71', name: 'To do', type: 'active', position: 1 },
        { id: '72', name: 'Handed over', type: 'closed', position: 2 },
      ],
      cards: [
        { id: '1', listId: '71', position: 1, name: 'Order sheet piles', dueDate: DUE },
        { id: '2', listId: '71', position: 2, name: 'Drive sheet piles' },
        { id: '3', listId: '72', position: 1, name: 'Clear the quay', isClosed: true },
      ],
      cardMemberships: [{ cardId: '1', userId: '61' }],
      cardLabels: [{ cardId: '1', labelId: '81' }],
      taskLists: [{ id: '91', cardId: '1', name: 'Before', position: 1 }],
      tasks: [
        { id: '1', taskListId: '91', name: 'Ask for a price', isCompleted: true, position: 1 },
        { id: '2', taskListId: '91', name: 'Close the road', isCompleted: false, position: 2 },
      ],
    },
  },
  { items: [{ cardId: '1', userId: '61', text: 'The long ones', createdAt: SAID }] },
])
