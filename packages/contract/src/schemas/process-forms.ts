import { z } from 'zod'
import type { Frozen } from '../operation.ts'
import { id, instant, version } from './base.ts'

const expression = z.string().trim().max(4000).nullable().optional().describe('FEEL')
const always = z
  .union([z.boolean(), z.string().trim().max(4000)])
  .nullable()
  .optional()
const limit = z
  .union([z.number(), z.string().max(30)])
  .nullable()
  .optional()
const length = z.int().min(0).max(10_000).nullable().optional()
const optionValue = z.union([z.string().max(300), z.number()])

/** A value that a field of a form holds. */
export const formValue = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(optionValue).max(500),
])

const formField = z.object({
  kind: z.enum([
    ...['text', 'longText', 'number', 'money', 'yesNo', 'date', 'time', 'dateTime', 'choice', 'choices'],
    ...['person', 'link', 'file'],
  ] as const),
  key: z.string().min(1).max(100).describe('Under which name the value becomes a variable'),
  label: z.string().trim().min(1).max(300),
  help: z.string().trim().max(2000).nullable().optional(),
  required: always.describe('Always, or while an expression is true'),
  readOnly: always,
  visibleWhen: expression,
  computed: expression,
  default: formValue.optional(),
  defaultFrom: expression,
  min: limit,
  max: limit,
  decimals: z.int().min(0).max(20).nullable().optional(),
  minLength: length,
  maxLength: length,
  pattern: z.string().max(1000).nullable().optional().describe('XPath; for the whole text'),
  check: expression,
  checkMessage: z.string().trim().max(300).nullable().optional(),
  options: z
    .array(z.object({ value: optionValue, label: z.string().trim().min(1).max(300) }))
    .max(500)
    .nullable()
    .optional(),
  optionsFrom: expression,
})

const formNote = z.object({
  kind: z.enum(['section', 'note']),
  text: z.string().max(10_000).describe('Expressions of FEEL between {{ and }}'),
  visibleWhen: expression,
})

/** What a form asks, in its order. */
export const formSchema = z.object({
  parts: z.array(z.discriminatedUnion('kind', [formField, formNote])).max(200),
})

/** What a form is besides its id. */
export const formFields = z.object({
  key: z
    .string()
    .regex(/^[A-Za-z][\w.:-]{0,99}$/)
    .describe('By which the model names it'),
  name: z.string().trim().min(1).max(200),
  schema: formSchema,
})

/** A form as a version was published with it. */
export const askedForm = z.object({ key: z.string(), name: z.string(), schema: formSchema })
/** A form that is to be filled in. */
export type AskedForm = Frozen<z.infer<typeof askedForm>>

const formHead = z.object({
  id,
  containerId: id,
  key: z.string(),
  name: z.string(),
  archivedAt: instant.nullable(),
  changedAt: instant,
  changedBy: id.nullable(),
  version,
})

/** A form of a process, without what it asks. */
export const formSummary = formHead.extend({ fieldCount: z.int() })
/** A form of a process. */
export const formView = formHead.extend({ schema: formSchema })
/** A form in a list. */
export type FormSummary = Frozen<z.infer<typeof formSummary>>
/** A form with what it asks. */
export type FormView = Frozen<z.infer<typeof formView>>
