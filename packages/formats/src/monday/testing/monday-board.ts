/** The sheet of a board as monday exports it, row by row. */
export const MONDAY_BOARD: readonly (readonly string[])[] = [
  ['Harbour wall'],
  ['The wall from gate 2 to the quay'],
  ['This month'],
  [
    ...['Name', 'Subitems', 'Person', 'Status', 'Priority', 'Timeline - Start', 'Timeline - End', 'Tons'],
    ...['Dependent On', 'Files', 'Tags', 'Creation Log', 'Item ID (auto generated)'],
  ],
  [
    ...['Order sheet piles', 'Ask for a price, Close the road', 'Tom Dahl, Ann Lee', 'Working on it'],
    ...['Critical ⚠️', '2026-03-02', '2026-03-31', '120', ''],
    ...['https://harbour.monday.com/protected_static/1/offer%20A.pdf', 'steel, quay'],
    ...['Ann Lee Jan 5, 2026 9:00 AM', '7001'],
  ],
  ['Subitems', 'Name', 'Owner', 'Status', 'Date', 'Item ID (auto generated)'],
  ['', 'Ask for a price', 'Ann Lee', 'Done', '2026-03-03', '7101'],
  ['', 'Close the road', '', 'Stuck', '', '7102'],
  ['Drive sheet piles', '', '', 'Night shift', '', '', '', '', 'Order sheet piles', '', '', '', '7002'],
  ['', '', '', '', '', '', '', '120'],
  ['Later'],
  [
    ...['Name', 'Subitems', 'Person', 'Status', 'Priority', 'Timeline - Start', 'Timeline - End', 'Tons'],
    ...['Dependent On', 'Files', 'Tags', 'Creation Log', 'Item ID (auto generated)'],
  ],
  ['Clear the quay', '', '', 'Done', '', '', '', '', '', '', '', '', '7003'],
  ['Paint'],
]

/** The sheet of what was said, the newest first. */
export const MONDAY_UPDATES: readonly (readonly string[])[] = [
  ['Harbour wall'],
  ['Item ID', 'Item Name', 'Content Type', 'User', 'Created At', 'Update Content', 'Likes Count'],
  ['7001', 'Order sheet piles', 'Reply', 'Ann Lee', '07/January/2026  10:00:00 AM', 'Yes', '0'],
  ['7001', 'Order sheet piles', 'Update', 'Old Hand', '06/January/2026  09:00:00 AM', 'The long ones?', '1'],
  ['9999', 'Gone', 'Update', 'Old Hand', '06/January/2026  09:00:00 AM', 'Where?', '0'],
]

/** Rows with the numbers of their lines. */
export function linesOf(rows: readonly (readonly string[])[]) {
  return rows.map((cells, index) => ({ line: index + 1, cells }))
}
