export { type Batch, type Call, callOf } from './calls.ts'
export { type Directory } from './directory.ts'
export {
  type Commands,
  useChanges,
  useCommands,
  useConnection,
  useDirectory,
  useEntities,
  useEntity,
  useItem,
  useItemByKey,
  useItems,
  usePending,
  useScope,
  useStoreEvents,
} from './hooks.ts'
export { httpTransport } from './http-transport.ts'
export { type PackedSnapshot, withRows } from './item-columns.ts'
export { type ItemSelector, isProvisional } from './item-index.ts'
export type { Keep, KeptChange, KeptScope } from './keep.ts'
export type {
  Assignment,
  Calendar,
  Container,
  EntityOf,
  Favourite,
  Field,
  Item,
  ItemTypeView,
  Kind,
  Label,
  Organisation,
  Person,
  Plan,
  PlanItem,
  Relation,
  Resource,
  SavedView,
  Team,
} from './kinds.ts'
export type { Mark } from './marks.ts'
export type { Outcome } from './outbox.ts'
export type { ScopeStatus } from './scopes.ts'
export { Store } from './store.ts'
export { StoreProvider, useStore } from './store-context.ts'
export type { Connection, Foreseen, RunOptions, RunOutcome, StoreEvent } from './store-types.ts'
export type { Change, Snapshot, StreamMessage, Transport } from './transport.ts'
