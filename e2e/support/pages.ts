import { type Mill, newId } from './mill.ts'
import { PLAN_FILE } from './plan-file.ts'

/** A page of the program, and what it shows when it is all there. */
export type KnownPage = { readonly path: string; readonly shows: string }

/** Fills an organisation with something of everything, and lists its pages. */
export async function fillAndList(mill: Mill): Promise<readonly KnownPage[]> {
  const tom = await mill.addPerson('Tom Dahl', 'member')
  await fillCatalogue(mill, tom.id)
  await fillContainers(mill, tom.id)
  const imports = await fillImports(mill)
  const inside = (path: string, shows: string): KnownPage => ({ path: mill.at(path), shows })
  return [
    ...PAGES.map(([path, shows]) => inside(path, shows)),
    ...imports.map(([id, shows]) => inside(`imports/${id}`, shows)),
  ]
}

/** Pages that show without a session, or outside of any organisation. */
export const OUTER_PAGES: readonly KnownPage[] = [
  { path: '/sign-in', shows: 'Sign in to Millrace' },
  { path: '/sign-up', shows: 'Create your account' },
  { path: '/nowhere', shows: 'There is nothing at this address' },
]

const PAGES: readonly (readonly [path: string, shows: string])[] = [
  ['inbox', 'Nothing waits for your eyes'],
  ['inbox?show=snoozed', 'Nothing is put off'],
  ['my', 'Pour the slab'],
  ['search', 'Find anything that was written here'],
  ['search?q=slab', 'Pour the slab'],
  ['items', 'Pour the slab'],
  ['items?view=board', 'Interview the site manager'],
  ['items?view=table', 'Pour the slab'],
  ['projects', 'Tower A'],
  ['processes', 'Tenant request'],
  ['cases', 'Façade claim'],
  ['lists', 'Site office'],
  ['practices', 'Concreting'],
  ['practices?tab=artifacts', 'Nobody makes it'],
  ['practices?tab=areas', 'Concreting'],
  ['practices?tab=units', 'What work of each type follows'],
  ['c/TWR/overview', 'What happened lately'],
  ['c/TWR/work', 'Pour the slab'],
  ['c/TWR/plan', 'Pour the slab'],
  ['c/TWR/people', 'Who does what'],
  ['c/TWR/files', 'Nothing is attached'],
  ['c/TWR/activity', 'took a baseline'],
  ['c/TEN/plan', 'Version 1'],
  ['c/TEN/plan?tab=steps', 'Write as a list'],
  ['c/TEN/plan?tab=instances', 'Lift stands still'],
  ['c/TEN/plan?tab=variants', 'Ways'],
  ['c/TEN/plan?tab=rules', 'No rules yet'],
  ['c/TEN/plan?tab=levels', 'Scheduled starts'],
  ['c/TEN/plan?tab=versions', 'What is new'],
  ['c/TEN/overview', 'What happened lately'],
  ['c/CLM/plan', 'Assessment'],
  ['c/CLM/overview', 'The façade is tight'],
  ['c/OFF/work?view=board', 'Order the site sign'],
  ['c/OFF/work?view=table', 'Order the site sign'],
  ['c/OFF/work?peek=OFF-1', 'Ready to be started'],
  ['c/EMPTY/work', 'Nothing to do yet'],
  ['i/TWR-1', 'Ready to be started'],
  ['people', 'Tom Dahl'],
  ['imports', 'fertig.csv'],
  ['settings/profile', 'Where you are signed in'],
  ['settings/notifications', 'Muted places'],
  ['settings/tokens', 'Nightly export'],
  ['settings/organisation', 'The week starts on'],
  ['settings/teams', 'Concrete'],
  ['settings/export', 'Take everything with you'],
  ['settings/types', 'Measure'],
  ['settings/fields', 'Cost centre'],
  ['settings/labels', 'Retire'],
  ['nowhere', 'There is nothing at this address'],
  ['i/NO-1', 'This item cannot be shown'],
]

async function fillCatalogue(mill: Mill, personId: string): Promise<void> {
  await mill.addType('Measure', { readinessGate: 'hard', needsAcceptance: true })
  const teamId = newId()
  await mill.run(
    ['work.createField', { id: newId(), key: 'costCentre', name: 'Cost centre', kind: 'text' }],
    ['work.createLabel', { id: newId(), name: 'Safety', colour: 'red' }],
    ['practice.savePractice', { id: newId(), name: 'Concreting', areas: ['2.2'] }],
    [
      'practice.saveArtifactType',
      {
        id: newId(),
        name: 'Slab',
        states: [{ id: newId(), name: 'Poured', checkpoints: ['Cubes are taken'] }],
      },
    ],
    ['identity.createTeam', { id: teamId, name: 'Concrete' }],
    ['identity.setTeamMembers', { id: teamId, memberIds: [personId] }],
    ['identity.createToken', { id: newId(), name: 'Nightly export', scopes: ['read'], expiresAt: null }],
  )
}

async function fillContainers(mill: Mill, personId: string): Promise<void> {
  const project = await mill.addContainer('project', 'TWR', { name: 'Tower A' })
  const dates = { startsOn: '2020-03-02', dueOn: '2020-03-20' }
  const [slab = '', wall = ''] = await mill.addItems(project, [
    { title: 'Pour the slab', responsibleId: mill.owner.id, ...dates, effortMin: 960, priority: 4 },
    { title: 'Raise the walls', responsibleId: personId, startsOn: '2020-03-23', dueOn: '2020-04-10' },
    { title: 'Slab is dry', isMilestone: true, dueOn: '2020-03-27' },
  ])
  await mill.relate(slab, wall)
  await mill.addItems(project, [{ title: 'Order the concrete', parentId: slab }])
  await mill.run(
    ['schedule.takeBaseline', { id: newId(), containerId: project, name: 'Contract' }],
    ['work.blockItem', { id: wall, blockerId: newId(), reason: 'material', note: 'No bricks' }],
    ['discussion.addComment', { id: newId(), itemId: slab, body: 'Which **class** of concrete?' }],
  )
  const process = await mill.addContainer('process', 'TEN', { name: 'Tenant request' })
  await mill.addSteps(process, ['Receive', 'Approve', 'Repair'])
  await mill.startInstance(process, 'Lift stands still')
  const claim = await mill.addContainer('case', 'CLM', { name: 'Façade claim' })
  await mill.run(
    [
      'case.addPlanItem',
      {
        containerId: claim,
        planItemId: 'assessment',
        kind: 'stage',
        name: 'Assessment',
        manualActivation: 'true',
      },
    ],
    [
      'case.addPlanItem',
      {
        ...{ containerId: claim, planItemId: 'offer', kind: 'humanTask', name: 'Make an offer' },
        entry: [
          { id: 'assessed', onParts: [{ on: 'plan', sourceId: 'assessment', transition: 'complete' }] },
        ],
      },
    ],
    ['work.createItem', { id: newId(), containerId: claim, title: 'Interview the site manager' }],
  )
  const list = await mill.addContainer('list', 'OFF', { name: 'Site office' })
  await mill.addItems(list, [{ title: 'Order the site sign', responsibleId: personId }])
  await mill.addContainer('list', 'EMPTY', { name: 'Empty list' })
}

async function fillImports(mill: Mill): Promise<readonly (readonly [id: string, shows: string])[]> {
  const target = (key: string) =>
    ({ kind: 'new', containerKind: 'list', key, name: key, subject: null, wishedEndState: null }) as const
  const columns = [{ column: 0, field: 'title' } as const]
  const table = await mill.upload('tabelle.csv', 'Title;Due;State\nRent a crane;soon;Unknown\n')
  const plan = await mill.upload('plan.xml', PLAN_FILE)
  const ready = await mill.upload('fertig.csv', 'Title\nRent a crane\n\n;\n')
  await mill.run(['exchange.mapImport', { id: ready, mapping: { target: target('IMP'), columns } }])
  return [
    [table, 'What the columns mean'],
    [plan, 'Fundament gießen'],
    [ready, 'This will be made'],
  ]
}
