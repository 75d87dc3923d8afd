import { z } from 'zod'

/** The media type of each format that items are exported in. */
export const EXPORT_MEDIA = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
} as const

/** A format that items are exported in. */
export type ExportFormat = keyof typeof EXPORT_MEDIA

export const exportFormat = z.enum(['csv', 'xlsx', 'json'])

/** The media type of each format that plans are exported in, by the ending of its files. */
export const PLAN_EXPORT_MEDIA = {
  xml: 'application/xml; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
} as const

/** A format that plans are exported in: Microsoft Project XML, iCalendar, or a table. */
export type PlanExportFormat = keyof typeof PLAN_EXPORT_MEDIA

export const planExportFormat = z.enum(['xml', 'ics', 'csv'])
