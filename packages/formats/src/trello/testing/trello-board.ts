/** A small board, made by hand after what Trello exports. */
export const TRELLO_BOARD = {
  id: 'b1',
  name: 'Tower',
  lists: [
    { id: 'l2', name: 'Pouring', pos: 2, closed: false },
    { id: 'l1', name: 'To do', pos: 1, closed: false },
    { id: 'l3', name: 'Done', pos: 3, closed: false },
    { id: 'l4', name: 'Old', pos: 4, closed: true },
  ],
  labels: [
    { id: 'g1', name: 'Urgent', color: 'red' },
    { id: 'g2', name: '', color: 'sky_dark' },
  ],
  members: [
    { id: 'm1', fullName: 'Ann Lee', username: 'annlee' },
    { id: 'm2', fullName: 'Tom Dahl', username: 'tom' },
  ],
  customFields: [
    { id: 'f1', name: 'Height', type: 'number' },
    { id: 'f2', name: 'Yard', type: 'list', options: [{ id: 'o1', value: { text: 'North' } }] },
  ],
  cards: [
    {
      id: '650000000000000000000002',
      idShort: 2,
      name: 'Rent a crane',
      desc: 'From **the** yard',
      idList: 'l1',
      pos: 20,
      closed: false,
      due: '2026-03-31T22:00:00.000Z',
      dueComplete: false,
      idMembers: ['m1', 'm2'],
      idLabels: ['g1', 'g2'],
      shortUrl: 'https://trello.com/c/abc',
      attachments: [{ id: 'a1', name: 'Offer', url: 'https://example.org/offer_(1).pdf' }],
      customFieldItems: [
        { idCustomField: 'f1', value: { number: '40' } },
        { idCustomField: 'f2', idValue: 'o1', value: null },
      ],
    },
    { id: 'c1', idShort: 1, name: 'Order concrete', desc: '', idList: 'l1', pos: 10, dueComplete: true },
    { id: 'c3', idShort: 3, name: 'Pour the slab', desc: '', idList: 'l3', pos: 1, closed: true },
    { id: 'c4', idShort: 4, name: 'Fence', desc: '', idList: 'l4', pos: 1, closed: false },
  ],
  checklists: [
    {
      id: 'k1',
      idCard: '650000000000000000000002',
      name: 'Before',
      pos: 1,
      checkItems: [
        { id: 'i2', name: 'Book', state: 'incomplete', pos: 2, due: '2026-03-01T12:00:00.000Z' },
        { id: 'i1', name: 'Ask for a price', state: 'complete', pos: 1, idMember: 'm2' },
      ],
    },
  ],
  actions: [
    {
      id: 'x4',
      type: 'updateCard',
      date: '2026-02-03T00:00:00.000Z',
      memberCreator: { id: 'm1', fullName: 'Ann Lee' },
      data: { card: { id: 'c3' }, listBefore: { id: 'l2' }, listAfter: { id: 'l3' } },
    },
    {
      id: 'x3',
      type: 'updateCard',
      date: '2026-02-01T00:00:00.000Z',
      memberCreator: { id: 'm1', fullName: 'Ann Lee' },
      data: { card: { id: 'c3' }, listBefore: { id: 'l1' }, listAfter: { id: 'l2' } },
    },
    {
      id: 'x2',
      type: 'commentCard',
      date: '2026-01-06T09:00:00.000Z',
      idMemberCreator: 'gone',
      memberCreator: { id: 'gone', fullName: 'Old Hand' },
      data: { text: 'The *big* one', card: { id: '650000000000000000000002' } },
    },
    {
      id: 'x1',
      type: 'commentCard',
      date: '2026-01-05T08:00:00.000Z',
      idMemberCreator: 'm1',
      memberCreator: { id: 'm1', fullName: 'Ann Lee' },
      data: { text: 'Which one?', card: { id: '650000000000000000000002' } },
    },
  ],
}
