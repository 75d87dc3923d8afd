const ann = { accountId: 'acc-1', displayName: 'Ann Lee', emailAddress: 'ann@example.org' }
const tom = { accountId: 'acc-2', displayName: 'Tom Dahl' }
const text = (words: string, ...marks: readonly object[]) => ({ type: 'text', text: words, marks })
const paragraph = (...content: readonly object[]) => ({ type: 'paragraph', content })
const doc = (...content: readonly object[]) => ({ type: 'doc', version: 1, content })
const entry = (words: string) => ({ type: 'listItem', content: [paragraph(text(words))] })

/** An answer of `/rest/api/3/search`, made by hand after its description. */
export const JIRA_SEARCH = {
  startAt: 0,
  total: 2,
  names: {
    customfield_10010: 'Sprint',
    customfield_10014: 'Epic Link',
    customfield_10016: 'Story Points',
    customfield_10020: 'Yard',
    customfield_10019: 'Rank',
  },
  issues: [
    {
      id: '10001',
      key: 'TWR-1',
      self: 'https://example.atlassian.net/rest/api/3/issue/10001',
      fields: {
        project: { key: 'TWR', name: 'Tower A' },
        summary: 'Foundations',
        issuetype: { name: 'Epic' },
        status: { id: '1', name: 'To Do', statusCategory: { key: 'new' } },
        issuelinks: [
          { type: { name: 'Cloners' }, outwardIssue: { key: 'TWR-7' } },
          { type: { name: 'Blocks' }, inwardIssue: { key: 'TWR-7' } },
        ],
      },
    },
    {
      id: '10007',
      key: 'TWR-7',
      self: 'https://example.atlassian.net/rest/api/3/issue/10007',
      fields: {
        project: { key: 'TWR', name: 'Tower A' },
        summary: 'Pour the slab',
        issuetype: { name: 'Task' },
        status: { id: '5', name: 'Closed', statusCategory: { key: 'done' } },
        priority: { name: 'Highest' },
        assignee: ann,
        reporter: tom,
        parent: { key: 'TWR-1' },
        duedate: '2026-03-31',
        timeoriginalestimate: 28_800,
        labels: ['night', 'concrete'],
        created: '2026-01-01T10:00:00.000+0100',
        resolutiondate: '2026-02-03T10:00:00.000+0000',
        resolution: { name: 'Done' },
        components: [{ name: 'Core' }, { name: 'Slab' }],
        description: doc(
          paragraph(text('Use '), text('C30', { type: 'strong' }), text(' concrete.')),
          { type: 'bulletList', content: [entry('pump'), entry('vibrator')] },
          { type: 'codeBlock', attrs: { language: 'sh' }, content: [text('mix --fast')] },
        ),
        comment: {
          comments: [
            {
              author: tom,
              created: '2026-02-02T12:00:00.000+0000',
              body: doc(
                paragraph(
                  { type: 'mention', attrs: { id: 'acc-1', text: '@Ann Lee' } },
                  text(' which '),
                  text('mix', { type: 'em' }),
                  text('?'),
                ),
              ),
            },
          ],
        },
        worklog: {
          worklogs: [
            {
              author: ann,
              started: '2026-02-02T00:00:00.000+0000',
              timeSpent: '2h 30m',
              comment: doc(paragraph(text('Set the forms'))),
            },
          ],
        },
        attachment: [{ filename: 'plan.pdf', content: 'https://example.atlassian.net/a/1' }],
        issuelinks: [{ type: { name: 'Blocks' }, outwardIssue: { key: 'TWR-1' } }],
        customfield_10010: [
          { id: 1, name: 'Week 5' },
          'com.atlassian.greenhopper.service.sprint.Sprint@1f[id=2,state=ACTIVE,name=Week 6,goal=]',
        ],
        customfield_10014: null,
        customfield_10016: 5,
        customfield_10020: { value: 'North', child: { value: 'Gate 2' } },
        customfield_10019: '0|i0001:',
      },
      changelog: {
        histories: [
          {
            created: '2026-02-03T10:00:00.000+0000',
            items: [{ field: 'status', from: '3', fromString: 'In Work', to: '5', toString: 'Closed' }],
          },
          {
            created: '2026-02-01T00:00:00.000+0000',
            items: [
              { field: 'assignee', to: 'acc-1', toString: 'Ann Lee' },
              { field: 'status', from: '1', fromString: 'To Do', to: '3', toString: 'In Work' },
            ],
          },
        ],
      },
    },
  ],
}

/** The table of all fields, as "Export CSV (all fields)" writes it. */
export const JIRA_TABLE = [
  'Summary,Issue key,Issue id,Parent id,Issue Type,Status,Status Category,Project key,Project name,Priority,Assignee,Assignee Id,Reporter,Reporter Id,Created,Resolved,Due date,Labels,Labels,Description,Sprint,Sprint,Original Estimate,Log Work,Attachment,Outward issue link (Blocks),Custom field (Rank),Custom field (Story Points),Comment,Comment',
  'Foundations,TWR-1,10001,,Epic,To Do,To Do,TWR,Tower A,Medium,,,Tom Dahl,acc-2,01/Jan/26 9:00 AM,,,,,,,,,,,,0|i1:,,,',
  '"Pour, then cure",TWR-7,10007,10001,Task,Closed,Done,TWR,Tower A,Highest,Ann Lee,acc-1,Tom Dahl,acc-2,31/Jan/26 9:05 PM,03/Feb/26 10:00 AM,31/Mar/26 12:00 AM,night,concrete,"h2. Mix',
  'Use *C30*, see [norm|https://example.org/norm]",Week 5,Week 6,28800,Forms; rebar;01/Feb/26 8:00 AM;acc-1;9000,01/Feb/26 8:00 AM;acc-1;plan;v2.pdf;https://example.org/plan.pdf,TWR-1,0|i2:,5.0,"02/Feb/26 9:30 AM;acc-2;One; two',
  'three",',
  '',
].join('\r\n')
