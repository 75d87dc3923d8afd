/** A board as the second version of Planka answers it. */
export const PLANKA_BOARD = {
  item: { id: '100', name: 'Harbour wall', projectId: '10', position: 65536 },
  included: {
    users: [
      { id: '61', name: 'Tom Dahl', username: 'tom', email: 'tom@example.org' },
      { id: '62', name: '', username: 'ann' },
    ],
    boardMemberships: [{ id: '1', userId: '61', boardId: '100', role: 'editor' }],
    labels: [
      { id: '81', name: 'Steel', color: 'berry-red', position: 1 },
      { id: '82', name: null, color: 'lagoon-blue', position: 2 },
    ],
    lists: [
      { id: '74', name: null, type: 'archive', position: null },
      { id: '72', name: 'Night shift', type: 'active', position: 2 },
      { id: '71', name: 'To do', type: 'active', position: 1 },
      { id: '73', name: 'Handed over', type: 'closed', position: 3 },
    ],
    cards: [
      { id: '3', listId: '73', position: 1, name: 'Clear the quay', isClosed: true },
      { id: '4', listId: '74', prevListId: '71', position: null, name: 'Old fence' },
      { id: '2', listId: '72', position: 2, name: 'Drive sheet piles' },
      {
        id: '1',
        listId: '72',
        position: 1,
        name: 'Order sheet piles',
        description: 'As **drawn**',
        creatorUserId: '62',
        dueDate: '2026-03-31T12:00:00.000Z',
        stopwatch: { startedAt: null, total: 5400 },
        createdAt: '2026-01-05T09:00:00.000Z',
      },
    ],
    cardMemberships: [{ id: '1', cardId: '1', userId: '61' }],
    cardLabels: [
      { id: '1', cardId: '1', labelId: '81' },
      { id: '2', cardId: '1', labelId: '82' },
    ],
    taskLists: [{ id: '91', cardId: '1', name: 'Before the delivery', position: 1 }],
    tasks: [
      { id: '2', taskListId: '91', name: 'Close the road', isCompleted: false, position: 2 },
      {
        id: '1',
        taskListId: '91',
        name: 'Ask for a price',
        isCompleted: true,
        position: 1,
        assigneeUserId: '61',
      },
    ],
    attachments: [
      {
        id: '1',
        cardId: '1',
        type: 'file',
        name: 'offer.pdf',
        data: { url: 'https://planka.example.org/attachments/1/download/offer.pdf' },
      },
      { id: '2', cardId: '1', type: 'link', name: 'odd', data: { url: 'file:///etc' } },
    ],
    customFields: [{ id: '31', name: 'Tons' }],
    customFieldValues: [{ id: '1', cardId: '1', customFieldId: '31', content: '120' }],
    projects: [{ id: '10', name: 'Harbour' }],
  },
}

/** Answers about the card above: its comments, and its actions. */
export const PLANKA_TALK = [
  {
    items: [
      { id: '2', cardId: '1', userId: '62', text: 'Yes', createdAt: '2026-01-07T10:00:00.000Z' },
      { id: '1', cardId: '1', userId: '63', text: 'The *long* ones?', createdAt: '2026-01-06T09:00:00.000Z' },
    ],
    included: { users: [{ id: '63', name: 'Old Hand', username: 'hand' }] },
  },
  {
    items: [
      {
        id: '5',
        cardId: '1',
        type: 'moveCard',
        data: { fromList: { id: '71', name: 'To do' }, toList: { id: '72', name: 'Night shift' } },
        createdAt: '2026-01-08T10:00:00.000Z',
      },
    ],
    included: {},
  },
]

/** A board as the first version answered it: tasks on cards, comments among actions. */
export const PLANKA_FIRST = {
  item: { id: '100', name: 'Harbour wall' },
  included: {
    users: [{ id: '61', name: 'Tom Dahl', username: 'tom' }],
    lists: [{ id: '71', name: 'To do', position: 1 }],
    labels: [],
    cards: [
      {
        id: '1',
        listId: '71',
        position: 1,
        name: 'Order sheet piles',
        dueDate: '2026-03-31T12:00:00.000Z',
        isDueDateCompleted: true,
      },
    ],
    cardMemberships: [],
    cardLabels: [],
    tasks: [{ id: '1', cardId: '1', name: 'Ask for a price', isCompleted: true, position: 1 }],
    attachments: [
      {
        id: '1',
        cardId: '1',
        name: 'offer.pdf',
        url: 'https://planka.example.org/attachments/1/download/offer.pdf',
      },
    ],
    actions: [
      {
        id: '1',
        cardId: '1',
        userId: '61',
        type: 'commentCard',
        data: { text: 'The long ones' },
        createdAt: '2026-01-06T09:00:00.000Z',
      },
    ],
  },
}
