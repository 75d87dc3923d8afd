import { z } from 'zod'
import { operation } from '../operation.ts'
import { workRoutes } from '../routes/work.ts'
import { id, nothing } from '../schemas/base.ts'
import { favouriteKind, favouriteView } from '../schemas/favourite.ts'

const rank = z.string().min(1).max(200)

export const workFavouriteOperations = {
  'work.addFavourite': operation({
    id: 'work.addFavourite',
    route: workRoutes['work.addFavourite'],
    summary:
      'Keep a container, an item or a kept view at hand. It comes last unless a rank says where; what is there already stays as it is.',
    permission: 'organisation.read',
    input: z.object({ id, kind: favouriteKind, targetId: id, rank: rank.optional() }),
    output: favouriteView,
    refusals: ['work.favourites_full', 'platform.not_found', 'platform.exists'],
  }),
  'work.moveFavourite': operation({
    id: 'work.moveFavourite',
    route: workRoutes['work.moveFavourite'],
    summary: 'Give one of your favourites another place.',
    permission: 'organisation.read',
    input: z.object({ id, rank }),
    output: favouriteView,
    refusals: ['platform.not_found'],
  }),
  'work.removeFavourite': operation({
    id: 'work.removeFavourite',
    route: workRoutes['work.removeFavourite'],
    summary: 'Keep something at hand no more.',
    permission: 'organisation.read',
    input: z.object({ id }),
    output: nothing,
    refusals: ['platform.not_found'],
  }),
} as const
