const person = (gid: string, name: string) => ({ gid, name, resource_type: 'user' })
const section = (gid: string, name: string) => ({
  project: { gid: '500', name: 'Harbour wall', resource_type: 'project' },
  section: { gid, name, resource_type: 'section' },
})
const subtask = {
  gid: '1101',
  name: 'Ask for a price',
  completed: true,
  completed_at: '2026-01-07T10:00:00.000Z',
  created_at: '2026-01-05T09:30:00.000Z',
  notes: '',
  assignee: person('62', 'Ann Lee'),
  due_on: null,
  memberships: [],
  parent: { gid: '1001', name: 'Order sheet piles', resource_type: 'task' },
  resource_subtype: 'default_task',
  subtasks: [],
  tags: [],
  custom_fields: [],
}

/** A project as Asana exports it. */
export const ASANA_PROJECT = {
  data: [
    {
      gid: '1001',
      name: 'Order sheet piles',
      notes: 'As drawn',
      assignee: person('61', 'Tom Dahl'),
      completed: false,
      completed_at: null,
      created_at: '2026-01-05T09:00:00.000Z',
      start_on: '2026-03-02',
      due_on: '2026-03-31',
      due_at: null,
      memberships: [section('71', 'Night shift')],
      tags: [{ gid: '81', name: 'steel', resource_type: 'tag' }],
      num_likes: 2,
      resource_subtype: 'default_task',
      custom_fields: [
        { gid: '91', name: 'Priority', type: 'enum', enum_value: { gid: '92', name: 'High' } },
        { gid: '93', name: 'Tons', type: 'number', number_value: 120, display_value: '120' },
        {
          gid: '94',
          name: 'Crews',
          type: 'multi_enum',
          multi_enum_values: [{ name: 'Night' }, { name: 'Day' }],
        },
        { gid: '95', name: 'Empty', type: 'text', text_value: null, display_value: null },
      ],
      stories: [
        {
          gid: '2',
          type: 'comment',
          text: 'Yes',
          created_at: '2026-01-07T10:00:00.000Z',
          created_by: person('62', 'Ann Lee'),
        },
        { gid: '3', type: 'system', text: 'changed the name', created_at: '2026-01-06T10:00:00.000Z' },
        {
          gid: '1',
          resource_subtype: 'comment_added',
          text: 'The long ones?',
          created_at: '2026-01-06T09:00:00.000Z',
          created_by: person('63', 'Old Hand'),
        },
      ],
      attachments: [
        {
          gid: '1',
          name: 'offer.pdf',
          permanent_url: 'https://app.asana.com/app/asana/-/get_asset?asset_id=1',
        },
      ],
      permalink_url: 'https://app.asana.com/0/500/1001',
      subtasks: [subtask],
    },
    {
      gid: '1002',
      name: 'Drive sheet piles',
      html_notes: '<body>First <strong>gate 2</strong><ul><li>crane &amp; rig</li></ul></body>',
      completed: false,
      due_at: '2026-04-01T12:00:00.000Z',
      memberships: [section('72', 'Untitled section')],
      dependencies: [{ gid: '1001' }],
      subtasks: [],
    },
    {
      gid: '1003',
      name: 'Wall stands',
      completed: true,
      completed_at: '2026-01-08T10:00:00.000Z',
      resource_subtype: 'milestone',
      memberships: [section('73', 'Done:')],
    },
    subtask,
  ],
}
