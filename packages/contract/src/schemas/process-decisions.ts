import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'

const values = z.record(z.string(), z.unknown())

/** What people say about a decision model. */
export const decisionFields = z.object({
  name: z.string().trim().min(1).max(150),
  dmn: z.string().max(900_000).describe('The file as it is written, DMN 1.1 to 1.5'),
})

/** A decision within a model: what business rule tasks name, and its name. */
const decisionKey = z.object({ key: z.string(), name: z.string() })

const decisionBase = z.object({
  id,
  containerId: id,
  name: z.string(),
  keys: z.array(decisionKey).describe('The decisions in it; business rule tasks name them by their keys'),
  publishedNumber: z
    .int()
    .nullable()
    .describe('The newest version that instances are answered by; null: none'),
  isChanged: z.boolean().describe('Whether the draft says something else than that version'),
  caseCount: z.int(),
  changedAt: instant,
  changedBy: id.nullable(),
  archivedAt: instant.nullable(),
  version,
})

/** A decision model on a list. */
export const decisionSummary = decisionBase
/** A decision model on a list, as everybody sees it. */
export type DecisionSummary = Frozen<z.infer<typeof decisionSummary>>

/** An example that a decision is held to. */
export const decisionCase = z.object({
  id,
  key: z.string().min(1).max(300).describe('Which decision of the model'),
  name: z.string().trim().min(1).max(150),
  inputs: values.describe('Values by the names of input data'),
  expected: z.unknown().describe('What is to come out, as JSON'),
})
/** An example beside a decision, as everybody sees it. */
export type DecisionCaseView = Frozen<z.infer<typeof decisionCase>>

/** A published version of a decision model. */
export const decisionVersion = z.object({
  number: z.int(),
  note: z.string(),
  publishedAt: instant,
  publishedBy: id.nullable(),
})

/** A decision model with its draft, its examples and its versions, the newest first. */
export const decisionView = decisionBase.extend({
  dmn: z.string(),
  cases: z.array(decisionCase),
  versions: z.array(decisionVersion),
})
/** A decision model as everybody sees it. */
export type DecisionView = Frozen<z.infer<typeof decisionView>>

const problem = z.object({
  code: z.string(),
  params: values,
  place: z.object({ source: z.string(), from: z.int(), to: z.int() }),
})

/** How a decision came about. Rules are counted from 0. */
export const decisionExplanation = z.object({
  output: z.unknown(),
  tables: z.array(
    z.object({
      table: z.string().describe('The decision, and the part of it'),
      inputs: z.array(z.object({ name: z.string(), value: z.unknown() })),
      matched: z.array(z.int()),
      chosen: z.array(z.int()).describe('Those of them that made the result'),
      output: z.unknown(),
    }),
  ),
  warnings: z.array(problem).describe('What was answered with null on the way, and why'),
})

/** What was decided once, and by which rules. */
export const decisionLogEntry = z.object({
  id,
  decisionId: id,
  decisionName: z.string(),
  number: z.int().describe('The version that decided'),
  key: z.string(),
  instance: z
    .object({ id, number: z.int(), title: z.string() })
    .nullable()
    .describe('Null: asked from outside'),
  node: z.string().nullable().describe('The element of the model that asked'),
  actor: values,
  at: instant,
  inputs: values,
  explanation: decisionExplanation.nullable(),
  fault: z.string().nullable().describe('Why there was no answer'),
})
/** A line of the decision log, as everybody sees it. */
export type DecisionLogEntry = Frozen<z.infer<typeof decisionLogEntry>>
