import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'
import { area } from './item.ts'

const name = z.string().trim().min(1).max(200)
const minutes = z.number().min(0).max(10_000_000)
const range = z.object({ low: minutes, likely: minutes, high: minutes })

/** Who applies a practice. */
const role = z.object({
  name,
  qualification: z.string().trim().max(200).default('').describe('What they have to be able to do'),
})

/** How a practice is carried out. */
export const practiceDescription = z.object({
  body: z.string().max(200_000).default('').describe('Markdown'),
  checklist: z.array(z.string().trim().min(1).max(500)).max(200).default([]),
  attachment: z
    .object({ kind: z.enum(['process', 'form', 'template']), id })
    .nullable()
    .default(null)
    .describe('A process model, a form or a project template that comes with it'),
})

/** What people say about a practice. */
export const practiceFields = z.object({
  name,
  discipline: z.string().trim().max(500).default('').describe('The theory behind it'),
  tools: z.array(name).max(50).default([]),
  areas: z.array(area).min(1).max(9).describe('The areas of interest that it belongs to'),
  stages: z.array(name).max(20).default([]).describe('Stages of logical time; they may overlap'),
  roles: z.array(role).max(20).default([]),
  norm: z
    .object({
      unit: z.string().trim().min(1).max(40).describe('What one unit of output is'),
      effortMin: range.nullable().default(null),
      durationMin: range.nullable().default(null),
    })
    .nullable()
    .default(null)
    .describe('What one unit of output usually takes'),
  inputs: z.array(id).max(50).default([]).describe('States of artifacts that it begins with'),
  outputs: z.array(id).max(50).default([]).describe('States of artifacts that it brings about'),
  after: z.array(id).max(50).default([]).describe('Practices that come before it in logical time'),
  description: practiceDescription.default({ body: '', checklist: [], attachment: null }),
})

/** A practice as everybody sees it. */
export const practiceView = practiceFields.extend({
  id,
  formerNames: z.array(z.string()).describe('Items that name one of them mean this practice, too'),
  publishedNumber: z.int().nullable().describe('The newest version of its description; null: a draft'),
  isChanged: z.boolean().describe('Whether the draft says something else than that version'),
  changedAt: instant,
  changedBy: id.nullable(),
  archivedAt: instant.nullable(),
  version,
})
/** A practice as everybody sees it. */
export type PracticeView = Frozen<z.infer<typeof practiceView>>

/** A practice on the list of all. */
export const listedPractice = practiceView
  .omit({ description: true })
  .extend({ openCount: z.int().describe('Open items that name it, of those you see') })
/** A practice on the list of all. */
export type ListedPractice = Frozen<z.infer<typeof listedPractice>>

/** A version of a description, which is never changed. */
export const practiceVersion = z.object({
  number: z.int(),
  note: z.string(),
  description: practiceDescription,
  publishedAt: instant,
  publishedBy: id.nullable(),
})
/** A version of a description. */
export type PracticeVersionView = Frozen<z.infer<typeof practiceVersion>>

const spread = z
  .object({ p15: z.number(), median: z.number(), p85: z.number(), sample: z.int() })
  .nullable()
  .describe('Minutes; null: nothing was measured')

/** What finished work of a practice took for one unit of output. */
export const measuredNorm = z.object({ effortMin: spread, durationMin: spread })
/** What finished work of a practice took. */
export type MeasuredNormView = Frozen<z.infer<typeof measuredNorm>>

/** A state of a type of artifact. */
const artifactState = z.object({
  id,
  name,
  checkpoints: z
    .array(z.string().trim().min(1).max(500))
    .max(50)
    .default([])
    .describe('What has to be true for it to be reached'),
})

/** What people say about a type of artifact. */
export const artifactTypeFields = z.object({
  name,
  kind: z
    .enum(['artifact', 'alpha'])
    .default('artifact')
    .describe('An alpha is tracked apart from the documents that tell of it'),
  description: z.string().trim().max(2000).default(''),
  areas: z.array(area).max(9).default([]).describe('The areas of interest that it belongs to'),
  states: z.array(artifactState).max(30).describe('In their order'),
})

/** A type of artifact as everybody sees it. */
export const artifactTypeView = artifactTypeFields.extend({
  id,
  makerIds: z.array(id).describe('The practices that bring about one of its states; none: a gap'),
  archivedAt: instant.nullable(),
  version,
})
/** A type of artifact as everybody sees it. */
export type ArtifactTypeView = Frozen<z.infer<typeof artifactTypeView>>
