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
