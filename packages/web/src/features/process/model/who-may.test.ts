import type { GrantView } from '@millrace/contract'
import { operations } from '@millrace/contract'
import { containerRoleOf } from '@millrace/core/people'
import { expect, test } from 'vitest'
import { PROCESS_ACTS, type ProcessAct, whoMay } from './who-may.ts'

const ROLES = ['viewer', 'commenter', 'contributor', 'manager'] as const
const grants: readonly GrantView[] = ROLES.map((role) => ({
  id: role,
  containerId: 'c',
  personId: role,
  teamId: null,
  role,
}))

test.each([true, false])('open: %s: those who are named may do what their role lets them', (isOpen) => {
  for (const act of PROCESS_ACTS) {
    const { everybody, grants: named } = whoMay(act, { isOpen, grants })
    expect(everybody).toBe(
      containerRoleOf({ orgRole: 'member', isOpen, granted: [] }) !== null && may(act, 'contributor'),
    )
    expect(named.map(({ role }) => role)).toEqual(ROLES.filter((role) => may(act, role)))
  }
})

/** Whether a role may do what the operations ask for. */
function may(act: ProcessAct, role: (typeof ROLES)[number]): boolean {
  const asked: Readonly<Record<ProcessAct, keyof typeof operations>> = {
    see: 'process.getModel',
    comment: 'discussion.addComment',
    work: 'process.startInstance',
    publish: 'process.publishModel',
    repair: 'process.repairInstance',
  }
  const needed: Readonly<Record<string, number>> = {
    'container.read': 0,
    'item.comment': 1,
    'item.write': 2,
    'container.manage': 3,
  }
  return ROLES.indexOf(role) >= (needed[operations[asked[act]].permission] ?? 9)
}
