import type { LinkRule } from '../link-notation.ts'

/** On which side of its place the words of a link stand, so that they do not lie in the box that it leads to. */
export function linkAnchor(linkType: LinkRule['linkType']): 'start' | 'end' {
  return linkType === 'FS' || linkType === 'SS' ? 'end' : 'start'
}
