import { operations } from '@millrace/contract'
import { command, type Unit } from '../../../platform/commands/index.ts'
import { demandItems } from '../policy.ts'
import { keepChoices } from '../store/wishes.ts'

/** Asks to be told of items. */
export const follow = command(operations['notify.follow'], (unit, inputs) => choose(unit, inputs, 'follow'))

/** Asks not to be told of items. */
export const unfollow = command(operations['notify.unfollow'], (unit, inputs) =>
  choose(unit, inputs, 'unfollow'),
)

async function choose(
  unit: Unit,
  inputs: readonly { readonly itemId: string }[],
  choice: 'follow' | 'unfollow',
) {
  await demandItems(unit, inputs, 'container.read')
  const isFollowing = choice === 'follow'
  await keepChoices(
    unit,
    inputs.map(({ itemId }) => ({ itemId, isFollowing })),
  )
  return inputs.map(({ itemId }) => ({ itemId }))
}
