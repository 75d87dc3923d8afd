import { describe, expect, test } from 'vitest'
import { assessHealth, type HealthCheckName, type HealthPlan, type HealthTask } from '../index.ts'

const DAY = 480
const task = (id: string, changes: Partial<HealthTask> = {}): HealthTask => ({
  id,
  isDerived: false,
  isFinished: false,
  durationMin: DAY,
  totalFloatMin: 0,
  constraint: 'none',
  hasResource: true,
  hasNorm: true,
  hasInvalidDate: false,
  isDue: false,
  isLate: false,
  ...changes,
})
const link = (from: string, to: string, changes: object = {}) => ({
  from,
  to,
  kind: 'FS' as const,
  lagMin: 0,
  ...changes,
})
const sound: HealthPlan = {
  tasks: [task('a'), task('b'), task('c')],
  links: [link('a', 'b'), link('b', 'c')],
  resources: [{ id: 'crane', isOverloaded: false }],
  dayMin: DAY,
  criticalLengthMin: 100 * DAY,
  projectFloatMin: 0,
}
const found = (plan: HealthPlan, name: HealthCheckName) =>
  assessHealth(plan).checks.find((check) => check.name === name)

test('a sound plan passes every check', () => {
  const { checks, criticalPathLengthIndex, baselineExecutionIndex } = assessHealth(sound)
  expect(checks.filter(({ isHealthy }) => !isHealthy)).toEqual([])
  expect(checks).toHaveLength(13)
  expect(criticalPathLengthIndex).toEqual({ value: 1, threshold: 0.95, isHealthy: true })
  expect(baselineExecutionIndex).toEqual({ value: null, threshold: 0.95, isHealthy: null })
})

test.each<[HealthCheckName, Partial<HealthTask>]>([
  ['hard-constraints', { constraint: 'hard' }],
  ['high-float', { totalFloatMin: 44 * DAY + 1 }],
  ['negative-float', { totalFloatMin: -1 }],
  ['long-duration', { durationMin: 44 * DAY + 1 }],
  ['invalid-dates', { hasInvalidDate: true }],
  ['no-resource', { hasResource: false }],
  ['missed', { isDue: true, isLate: true }],
  ['no-norm', { hasNorm: false }],
])('%s names the item', (name, changes) => {
  const plan = { ...sound, tasks: [task('a'), task('b', changes), task('c')] }
  expect(found(plan, name)).toMatchObject({ of: 'item', count: 1, ids: ['b'], isHealthy: false })
  expect(assessHealth(plan).checks.filter(({ isHealthy }) => !isHealthy)).toHaveLength(1)
})

test.each<[HealthCheckName, object]>([
  ['leads', { lagMin: -60 }],
  ['lags', { lagMin: 60 }],
  ['other-than-finish-to-start', { kind: 'SS' }],
])('%s names the link', (name, changes) => {
  const plan = { ...sound, links: [link('a', 'b'), link('b', 'c', changes)] }
  expect(found(plan, name)).toMatchObject({ of: 'link', count: 1, total: 2, share: 0.5, ids: ['b>c'] })
})

test('an overloaded resource is named', () => {
  const plan = { ...sound, resources: [...sound.resources, { id: 'welder', isOverloaded: true }] }
  expect(found(plan, 'overloaded')).toMatchObject({ ids: ['welder'], share: 0.5, isHealthy: false })
})

describe('missing logic', () => {
  test('one beginning and one end are allowed, a second of either is not', () => {
    expect(found(sound, 'missing-logic')?.ids).toEqual([])
    const loose = { ...sound, tasks: [...sound.tasks, task('d')], links: [...sound.links, link('a', 'd')] }
    expect(found(loose, 'missing-logic')?.ids).toEqual(['c', 'd'])
  })

  test('an item without any link is loose, a summary is not asked', () => {
    const plan = { ...sound, tasks: [...sound.tasks, task('d'), task('s', { isDerived: true })] }
    expect(found(plan, 'missing-logic')?.ids).toContain('d')
    expect(found(plan, 'missing-logic')?.ids).not.toContain('s')
  })
})

test('a milestone needs neither resource nor norm, finished work no longer counts', () => {
  const changes = { hasResource: false, hasNorm: false }
  const milestone = task('b', { ...changes, durationMin: 0 })
  const plan = { ...sound, tasks: [task('a', { ...changes, isFinished: true }), milestone, task('c')] }
  expect(found(plan, 'no-resource')).toMatchObject({ total: 1, count: 0 })
  expect(found(plan, 'no-norm')).toMatchObject({ total: 1, count: 0 })
})

test('up to the threshold a share is healthy', () => {
  const tasks = Array.from({ length: 20 }, (_, i) => task(`${i}`, i === 0 ? { constraint: 'hard' } : {}))
  expect(found({ ...sound, tasks }, 'hard-constraints')).toMatchObject({ share: 0.05, isHealthy: true })
})

test('indices: a path with negative float is too long, work not done is not executed', () => {
  const tasks = ['a', 'b', 'c', 'd'].map((id) => task(id, { isDue: true, isFinished: id !== 'd' }))
  const health = assessHealth({ ...sound, tasks, projectFloatMin: -10 * DAY })
  expect(health.criticalPathLengthIndex).toMatchObject({ value: 0.9, isHealthy: false })
  expect(health.baselineExecutionIndex).toMatchObject({ value: 0.75, isHealthy: false })
})

test('an empty plan has nothing to judge', () => {
  const empty = { tasks: [], links: [], resources: [], dayMin: DAY, criticalLengthMin: 0, projectFloatMin: 0 }
  const { checks, criticalPathLengthIndex } = assessHealth(empty)
  expect(checks.every(({ share, isHealthy }) => share === null && isHealthy)).toBe(true)
  expect(criticalPathLengthIndex.value).toBeNull()
})
