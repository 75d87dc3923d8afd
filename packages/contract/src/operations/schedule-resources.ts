import { z } from 'zod'
import { operation } from '../operation.ts'
import { scheduleRoutes } from '../routes/schedule.ts'
import { id, minutes, nothing } from '../schemas/base.ts'
import { itemPlanView } from '../schemas/schedule.ts'
import { alternatives, assignmentView, resourceFields, resourceView } from '../schemas/schedule-resources.ts'

const units = z.number().min(0.001).max(1000)
const fields = resourceFields.shape
const price = z.int().min(0).nullable().default(null)

/** What following the work in an item may be refused for. */
const workRules = [
  'schedule.units_beyond',
  'schedule.later_phase_detail',
  'work.container_archived',
  'platform.not_found',
] as const

/** What naming whoever does it may be refused for. */
const takerRules = [
  'schedule.resource_unknown',
  'schedule.resource_assigned',
  'schedule.taker_missing',
] as const

export const scheduleResourceOperations = {
  'schedule.getItemPlan': operation({
    id: 'schedule.getItemPlan',
    route: scheduleRoutes['schedule.getItemPlan'],
    summary: 'What the plan of its project says about an item: its time, who does it, and what it waits for.',
    permission: 'container.read',
    input: z.object({ itemId: id }),
    output: z.object({ itemPlan: itemPlanView.nullable().describe('Null: it is in no project') }),
    refusals: ['platform.not_found'],
  }),
  'schedule.listResources': operation({
    id: 'schedule.listResources',
    route: scheduleRoutes['schedule.listResources'],
    summary:
      'Who and what can be assigned in a project: its own resources, and those that all projects share.',
    permission: 'item.write',
    input: z.object({ containerId: id }),
    output: z.object({ resources: z.array(resourceView).describe('By name') }),
    refusals: ['platform.not_found'],
  }),
  'schedule.saveResource': operation({
    id: 'schedule.saveResource',
    route: scheduleRoutes['schedule.saveResource'],
    summary:
      'Add a person, a crew, a machine, material or a cost that work is planned with, or change one. Those of a project are for whoever manages it, those that all projects share for whoever runs the organisation.',
    permission: 'organisation.read',
    input: z.object({
      id,
      containerId: id.nullable().describe('The project it belongs to; null: all projects share it'),
      kind: resourceView.shape.kind,
      name: z.string().trim().min(1).max(200),
      personId: id.nullable().default(null),
      calendarId: id
        .nullable()
        .default(null)
        .describe('A calendar of its project, or one that all projects share; null: that of each plan'),
      maxUnits: units.default(1),
      rateMinorPerHour: price,
      costPerUseMinor: price,
      unitLabel: z.string().trim().max(20).default(''),
      availability: fields.availability.default([]),
      dayLimitMin: fields.dayLimitMin.default(null),
      weekLimitMin: fields.weekLimitMin.default(null),
      skills: fields.skills.default([]),
      crewMemberIds: fields.crewMemberIds.default([]),
      rates: fields.rates.default([]),
    }),
    output: resourceView,
    refusals: [
      'schedule.availability_wrong',
      'schedule.rates_wrong',
      'schedule.member_unknown',
      'schedule.crew_nested',
      'schedule.calendar_unknown',
      'work.container_archived',
      'platform.reference_unknown',
      'platform.not_allowed',
      'platform.exists',
      'platform.not_found',
    ],
  }),
  'schedule.removeResource': operation({
    id: 'schedule.removeResource',
    route: scheduleRoutes['schedule.removeResource'],
    summary: 'Remove a resource that nothing is assigned to.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: nothing,
    refusals: [
      'schedule.resource_in_use',
      'work.container_archived',
      'platform.not_allowed',
      'platform.not_found',
    ],
  }),
  'schedule.assign': operation({
    id: 'schedule.assign',
    route: scheduleRoutes['schedule.assign'],
    summary:
      'Put a resource on an item, or a skill that whoever does it needs. Effort, duration and the shares of others follow as the item’s task type says.',
    permission: 'item.write',
    input: z.object({
      id,
      containerId: id,
      itemId: id,
      resourceId: assignmentView.shape.resourceId,
      units: units.default(1),
      workMin: minutes.nullable().default(null).describe('Null: what follows from the item'),
      alternatives: alternatives.nullable().default(null),
    }),
    output: assignmentView,
    refusals: [
      ...takerRules,
      'schedule.not_on_plan',
      'schedule.summary_spans',
      ...workRules,
      'platform.exists',
    ],
  }),
  'schedule.changeAssignment': operation({
    id: 'schedule.changeAssignment',
    route: scheduleRoutes['schedule.changeAssignment'],
    summary:
      'Change how much of a resource is on an item, how much of the work it does, who does it, or who may do it instead.',
    permission: 'item.write',
    input: z.object({
      id,
      patch: z
        .object({
          resourceId: assignmentView.shape.resourceId,
          units,
          workMin: minutes,
          alternatives: alternatives.nullable(),
        })
        .partial(),
    }),
    output: assignmentView,
    refusals: [...takerRules, ...workRules],
  }),
  'schedule.unassign': operation({
    id: 'schedule.unassign',
    route: scheduleRoutes['schedule.unassign'],
    summary: 'Take a resource off an item. When it was the last, the work stays as the estimate.',
    permission: 'item.write',
    input: z.object({ id }),
    output: nothing,
    refusals: workRules,
  }),
} as const
