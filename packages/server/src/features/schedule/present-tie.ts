import type { OutsideLinkView } from '@millrace/contract'
import { mayInContainers, type Principal, seesItem } from '../../platform/commands/index.ts'
import type { OutsideTie } from './queries/read-outside-ties.ts'

/** A link to or from another project; of an item that the reader may not see, only where it lies. */
export function presentTie(tie: OutsideTie, principal: Principal): OutsideLinkView {
  const { access } = principal
  const isSeen = mayInContainers(access, 'container.read', tie.containerIds) && seesItem(principal, tie)
  const isProjectSeen = isSeen && mayInContainers(access, 'container.read', [tie.otherProjectId])
  return {
    id: tie.id,
    ...{ linkType: tie.linkType, lag: tie.lag, lagUnit: tie.lagUnit, isIn: tie.isIn, place: tie.place },
    itemId: tie.isIn ? tie.toId : tie.fromId,
    otherId: isSeen ? tie.otherId : null,
    key: isSeen ? tie.key : null,
    title: isSeen ? tie.title : null,
    containerId: isProjectSeen ? tie.otherProjectId : null,
    containerName: isProjectSeen ? tie.otherProjectName : null,
  }
}
