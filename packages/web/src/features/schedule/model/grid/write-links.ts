import type { PlanRowView, PlanView } from '@millrace/contract'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { readLinks, type WrittenLink } from '../link-notation.ts'
import type { GridGround, Wrong } from './ground.ts'

type Link = PlanView['links'][number]
type Known = Pick<PlanRowView, 'itemId' | 'key' | 'wbs'>

/** A change of what an item comes after, and the links between items as they are then. */
export type LinkChange = { readonly calls: readonly Call[]; readonly links: readonly Link[] }

/**
 * What has to be done so that an item comes after what a text names: links that are not named go, new ones are made,
 * those with another lag are made anew. Two items may be tied in several ways, such as `3SS; 3FF+2d`, once in each.
 *
 * @param lines what line numbers, outline numbers and keys may name, in the order of the lines
 */
export function writeLinks(
  text: string,
  itemId: string,
  { ground, lines, links }: { ground: GridGround; lines: readonly Known[]; links: readonly Link[] },
): LinkChange | Wrong {
  const read = readLinks(text, ground.letters)
  if ('wrong' in read) return { fault: 'linkUnreadable', piece: read.wrong }
  const wanted = new Map<string, { readonly fromId: string; readonly link: WrittenLink }>()
  for (const link of read.links) {
    const from = named(link.name, lines)
    if (!from) return { fault: 'linkUnknown', piece: link.name }
    if (from.itemId === itemId) return { fault: 'linkItself', piece: link.name }
    wanted.set(keyOf({ fromId: from.itemId, ...link }), { fromId: from.itemId, link })
  }
  const isKept = (link: Link) => {
    const written = wanted.get(keyOf(link))
    return written !== undefined && isSameLag(written.link, link)
  }
  const old = links.filter((link) => link.toId === itemId)
  const gone = old.filter((link) => !isKept(link))
  const kept = new Set(old.filter(isKept).map(keyOf))
  const made = [...wanted]
    .filter(([key]) => !kept.has(key))
    .map(([, { fromId, link }]): Link => {
      const { name: _name, ...rule } = link
      return { id: ground.newId(), fromId, toId: itemId, kind: 'precedes', ...rule }
    })
  return {
    calls: [
      ...gone.map(({ id }) => callOf('work.unrelateItems', { id })),
      ...made.map((link) => callOf('work.relateItems', link)),
    ],
    links: [...links.filter((link) => !gone.includes(link)), ...made],
  }
}

function keyOf({ fromId, linkType }: Pick<Link, 'fromId' | 'linkType'>): string {
  return `${fromId} ${linkType}`
}

function isSameLag(one: Pick<Link, 'lag' | 'lagUnit'>, other: typeof one): boolean {
  return one.lag === other.lag && (one.lag === 0 || one.lagUnit === other.lagUnit)
}

/** A whole number is a line, one with points an outline number, everything else a key. */
function named(name: string, lines: readonly Known[]): Known | undefined {
  if (/^\d+$/.test(name)) return lines[Number(name) - 1]
  if (/^\d/.test(name)) return lines.find(({ wbs }) => wbs === name)
  return lines.find(({ key }) => key.toLowerCase() === name.toLowerCase())
}
