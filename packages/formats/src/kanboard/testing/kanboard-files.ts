/** The tasks of a project as Kanboard exports them. */
export const KANBOARD_TABLE = [
  '"Task Id",Reference,Project,Status,Category,Swimlane,Column,Position,Color,"Due date",Creator,"Creator Name","Assignee Username","Assignee Name",Complexity,Title,"Creation date","Modification date","Completion date","Start date","Time estimated","Time spent",Priority,Tags',
  '7,GATE-2,"Harbour wall",Open,Steel,"Night shift","Work in progress",1,Yellow,"03/31/2026 12:00",admin,"Ann Lee",tom,"Tom Dahl",5,"Order sheet piles, long","01/05/2026 09:00","01/06/2026 09:00",,"03/02/2026 08:00",1.5,0.5,3,"steel, quay"',
  '8,https://example.org/8,"Harbour wall",Closed,,"Default swimlane",Done,1,Yellow,,admin,"Ann Lee",,,0,"Clear the quay","01/05/2026 09:00","01/06/2026 09:00","01/07/2026 10:00",,0,0,0,',
].join('\n')

/** Answers of its interface, put into one list: columns, users, tasks, comments, sub-tasks. */
export const KANBOARD_ANSWERS = [
  {
    jsonrpc: '2.0',
    id: 1,
    result: [
      { id: '1', title: 'Backlog', position: '1', project_id: '1', task_limit: '0' },
      { id: '3', title: 'Work in progress', position: '3', project_id: '1', task_limit: '0' },
    ],
  },
  {
    jsonrpc: '2.0',
    id: 2,
    result: [{ id: '2', username: 'tom', name: 'Tom Dahl', email: 'tom@example.org', role: 'app-user' }],
  },
  {
    jsonrpc: '2.0',
    id: 3,
    result: [
      {
        id: '7',
        title: 'Order sheet piles',
        description: 'As **drawn**',
        date_creation: '1767603600',
        color_id: 'yellow',
        project_id: '1',
        column_id: '3',
        owner_id: '2',
        position: '1',
        is_active: '1',
        date_completed: null,
        score: '5',
        date_due: '1774958400',
        category_id: '4',
        creator_id: '1',
        reference: '',
        date_started: '0',
        time_spent: '0',
        time_estimated: '1.5',
        swimlane_id: '0',
        priority: '3',
      },
      { id: 8, title: 'Clear the quay', column_id: 9, is_active: 0, date_completed: 1767780000, owner_id: 0 },
    ],
  },
  { jsonrpc: '2.0', id: 4, result: [{ id: '4', name: 'Steel', project_id: '1' }] },
  {
    jsonrpc: '2.0',
    id: 5,
    result: [
      {
        id: '1',
        task_id: '7',
        comment: 'The *long* ones',
        user_id: '2',
        username: 'tom',
        date_creation: '1767690000',
      },
    ],
  },
  {
    jsonrpc: '2.0',
    id: 6,
    result: [
      { id: '1', title: 'Ask for a price', status: '2', task_id: '7', user_id: '2', username: 'tom' },
      { id: '2', title: 'Close the road', status: '0', task_id: '7', user_id: '0' },
    ],
  },
]
