/** A cell of a table: in quotes, with those inside doubled. */
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const COLUMNS = [
  ...[
    'Task ID',
    'Task Custom ID',
    'Task Name',
    'Task Content',
    'Status',
    'Date Created',
    'Date Created Text',
  ],
  ...['Due Date', 'Due Date Text', 'Start Date', 'Start Date Text', 'Parent ID', 'Attachments', 'Assignees'],
  ...['Tags', 'Priority', 'List Name', 'Folder Name', 'Space Name', 'Time Estimated', 'Time Estimated Text'],
  ...['Checklists', 'Comments', 'Assigned Comments', 'Time Spent', 'Time Spent Text', 'Rolled Up Time'],
  ...['Yard (drop down)', 'Inspected (date)', 'Crews (labels)'],
]

/** A row by the names of its columns; others are empty. */
export function clickRow(cells: Readonly<Record<string, string>>): string {
  return COLUMNS.map((name) => quoted(cells[name] ?? '')).join(',')
}

/** The table that ClickUp exports of a space with two lists. */
export const CLICKUP_TABLE = [
  COLUMNS.map(quoted).join(','),
  clickRow({
    'Task ID': '86b0f7a1',
    'Task Custom ID': 'WALL-7',
    'Task Name': 'Order sheet piles',
    'Task Content': 'As drawn,\nfor the quay',
    Status: 'in progress',
    'Date Created': '1767603600000',
    'Date Created Text': '1/5/2026, 9:00:00 AM GMT',
    'Due Date': '1774958400000',
    'Due Date Text': 'Tuesday, March 31st 2026, 12:00:00 pm +00:00',
    'Start Date': '',
    'Parent ID': 'null',
    Attachments: '[{"title":"offer.pdf","url":"https://t1.p.clickup-attachments.com/offer.pdf"}]',
    Assignees: '[Tom Dahl,Ann Lee]',
    Tags: '[steel,quay]',
    Priority: '1',
    'List Name': 'Works',
    'Folder Name': 'hidden',
    'Space Name': 'Harbour wall',
    'Time Estimated': '5400000',
    'Time Estimated Text': '1h 30m',
    Checklists: '{"Before the delivery":["Ask for a price","Close the road"]}',
    Comments: JSON.stringify([
      { text: 'Yes', by: 'ann@example.org', assigned: false, date: '1/7/2026, 2:00:00 AM PST', resolved: '' },
      { text: 'The long ones?', by: 'hand@example.org', date: '1767690000000' },
    ]),
    'Time Spent': '1800000',
    'Yard (drop down)': 'North',
    'Inspected (date)': '1772452800000',
    'Crews (labels)': '["Night","Day"]',
  }),
  clickRow({
    'Task ID': '86b0f7a2',
    'Task Name': 'Drive sheet piles',
    Status: 'to do',
    'Parent ID': '86b0f7a1',
    Assignees: '[]',
    Priority: 'null',
    'List Name': 'Works',
    'Space Name': 'Harbour wall',
    Checklists: '[]',
    Comments: '[]',
  }),
  clickRow({
    'Task ID': '86b0f7a3',
    'Task Name': 'Clear the quay',
    Status: 'complete',
    'Start Date Text': '3/2/2026',
    'Start Date': '3/2/2026',
    'Due Date': '3/31/2026',
    'List Name': 'Quay',
    'Space Name': 'Harbour wall',
  }),
].join('\n')
