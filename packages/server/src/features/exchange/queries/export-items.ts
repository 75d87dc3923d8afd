import { EXPORT_MEDIA, operations, type ParsedInputOf } from '@millrace/contract'
import { type DownloadContext, download, refuse } from '../../../platform/commands/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { type ItemNames, type ItemWalk, readItemNames, walkItems, walkMyWork } from '../../work/index.ts'
import { chooseColumns } from '../export/choose-columns.ts'
import { fileName } from '../export/file-name.ts'
import { writeCsv } from '../export/write-csv.ts'
import { writeJson } from '../export/write-json.ts'
import { writeXlsx } from '../export/write-xlsx.ts'
import { readSlug } from './read-slug.ts'

type Wanted = ParsedInputOf<(typeof operations)['exchange.exportItems']>

/** So many items are a file that people can still open. */
const ITEMS_MAX = 100_000

const WRITERS = { csv: writeCsv, xlsx: writeXlsx, json: writeJson } as const

/** The items that a query finds, as a file. */
export const exportItems = download(operations['exchange.exportItems'], async (context, wanted) => {
  const names = await readItemNames(context)
  const what = nameOf(wanted, names)
  const slug = await readSlug(context.tx, context.organisationId)
  const columns = chooseColumns(wanted.columns, { names, itemsUrl: `${context.baseUrl}/o/${slug}/i/` })
  const withPlans = columns.some(({ fromPlan }) => fromPlan === true)
  const { count, pages } = await walk(context, wanted, withPlans)
  if (count > ITEMS_MAX) refuse('exchange.export_too_large', { max: ITEMS_MAX })
  const { timeZone } = names
  return {
    name: fileName(what, dayOf(context.now, timeZone), wanted.format),
    mediaType: EXPORT_MEDIA[wanted.format],
    count,
    content: WRITERS[wanted.format]({ columns, pages, timeZone }),
  }
})

/** What the file is called after. A container that may not be seen is as if it were not there. */
function nameOf({ containerId, list }: Wanted, { containers }: ItemNames): string {
  if (containerId === undefined) return list === 'my' ? 'my work' : 'items'
  return containers.get(containerId)?.name ?? refuse('platform.not_found', { what: 'container' })
}

async function walk(context: DownloadContext, wanted: Wanted, withPlans: boolean): Promise<ItemWalk> {
  const { query, archived, containerId = null, list } = wanted
  if (list === 'my') return await walkMyWork(context, { query, withPlans, limit: ITEMS_MAX })
  return await walkItems(context, { query, archived, containerId, withPlans, limit: ITEMS_MAX })
}
