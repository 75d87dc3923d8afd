import { z } from 'zod'
import { operation } from '../operation.ts'
import { caseTemplateRoutes } from '../routes/case-templates.ts'
import { id } from '../schemas/base.ts'
import { casePlanView } from '../schemas/case.ts'
import { caseModel } from '../schemas/case-model.ts'
import { caseTemplateView, caseTemplateWhole, templateWords } from '../schemas/case-template.ts'

const one = { id, version: z.int().optional().describe('Refuse unless it is at this version') }

export const caseTemplateOperations = {
  'case.listTemplates': operation({
    id: 'case.listTemplates',
    route: caseTemplateRoutes['case.listTemplates'],
    summary: 'The plans that cases begin by.',
    permission: 'organisation.read',
    input: z.object({ archived: z.enum(['no', 'also', 'only']).default('no') }),
    output: z.object({ templates: z.array(caseTemplateView) }),
    refusals: [],
  }),
  'case.getTemplate': operation({
    id: 'case.getTemplate',
    route: caseTemplateRoutes['case.getTemplate'],
    summary: 'A plan that cases begin by: what is published, and what is being written.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: caseTemplateWhole,
    refusals: ['platform.not_found'],
  }),
  'case.saveTemplate': operation({
    id: 'case.saveTemplate',
    route: caseTemplateRoutes['case.saveTemplate'],
    summary: 'Make a template for cases, or change its draft. Cases go on by what they began with.',
    permission: 'practice.manage',
    input: z.object({
      ...one,
      name: templateWords.name,
      description: templateWords.description.default(''),
      model: caseModel,
    }),
    output: caseTemplateView,
    refusals: [
      'case.template_name_taken',
      'case.template_removed',
      'case.reference_unknown',
      'case.plan_too_large',
      'platform.exists',
      'platform.version_old',
    ],
  }),
  'case.publishTemplate': operation({
    id: 'case.publishTemplate',
    route: caseTemplateRoutes['case.publishTemplate'],
    summary: 'Let cases begin by the draft of a template from now on.',
    permission: 'practice.manage',
    input: z.object({ ...one, note: z.string().trim().max(2000).default('') }),
    output: caseTemplateView,
    refusals: [
      'case.template_unchanged',
      'case.template_removed',
      'case.plan_faulty',
      'platform.version_old',
      'platform.not_found',
    ],
  }),
  'case.removeTemplate': operation({
    id: 'case.removeTemplate',
    route: caseTemplateRoutes['case.removeTemplate'],
    summary: 'Take a template away; cases that began by it go on.',
    permission: 'practice.manage',
    input: z.object(one),
    output: caseTemplateView,
    refusals: ['platform.version_old', 'platform.not_found'],
  }),
  'case.restoreTemplate': operation({
    id: 'case.restoreTemplate',
    route: caseTemplateRoutes['case.restoreTemplate'],
    summary: 'Bring a template back.',
    permission: 'practice.manage',
    input: z.object({ id }),
    output: caseTemplateView,
    refusals: ['case.template_name_taken', 'platform.not_found'],
  }),
  'case.keepAsTemplate': operation({
    id: 'case.keepAsTemplate',
    route: caseTemplateRoutes['case.keepAsTemplate'],
    summary: 'Keep the plan of a case, as its people made it, as a template for others.',
    permission: 'item.write',
    input: z.object({
      containerId: id,
      id,
      name: templateWords.name,
      description: templateWords.description.default(''),
    }),
    output: caseTemplateView,
    refusals: [
      'case.nothing_planned',
      'case.template_name_taken',
      'case.template_removed',
      'platform.exists',
      'platform.not_found',
    ],
  }),
  'case.beginByTemplate': operation({
    id: 'case.beginByTemplate',
    route: caseTemplateRoutes['case.beginByTemplate'],
    summary: 'Give a case in which nothing is planned yet the plan of a template.',
    permission: 'item.write',
    input: z.object({ containerId: id, templateId: id }),
    output: casePlanView,
    refusals: [
      'case.planned_already',
      'case.template_unpublished',
      'case.template_removed',
      'case.closed',
      'case.never_rests',
      'work.container_archived',
      'platform.not_found',
    ],
  }),
} as const
