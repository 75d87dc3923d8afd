import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'
import { caseModel } from './case-model.ts'

export const templateWords = {
  name: z.string().trim().min(1).max(200),
  description: z.string().trim().max(10_000),
}

/** A plan that cases begin by, as lists show it. */
export const caseTemplateView = z.object({
  id,
  name: z.string(),
  description: z.string(),
  version,
  archivedAt: instant.nullable(),
  hasDraft: z.boolean(),
  number: z.int().nullable().describe('Of the version that cases begin by; null: none is published'),
  stages: z.array(z.string()).describe('The stages of the case itself, in their order'),
  cases: z.int().describe('That began by it'),
})
/** A plan that cases begin by, as everybody sees it. */
export type CaseTemplateView = Frozen<z.infer<typeof caseTemplateView>>

export const caseTemplateWhole = z.object({
  template: caseTemplateView,
  draft: caseModel.nullable(),
  published: caseModel.nullable(),
})
