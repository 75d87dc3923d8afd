import type { CasePlanItemView, CasePlanView, InputOf, operations } from '@millrace/contract'
import { newId } from '../../../platform/ids.ts'
import { Scene, type Who } from '../../../platform/testing/scene.ts'
import { workCommands, workQueries, workReactions } from '../../work/index.ts'
import { caseCommands, caseQueries, caseReactions, caseTopics } from '../index.ts'

type NewItem = Omit<InputOf<(typeof operations)['case.addPlanItem']>, 'containerId'>
type Act = InputOf<(typeof operations)['case.actOnPlanItem']>['act']

/** An organisation in which cases are worked on. */
export async function openCases(): Promise<Scene> {
  return await Scene.open({
    commands: [...workCommands, ...caseCommands],
    queries: [...workQueries, ...caseQueries],
    reactions: [...workReactions, ...caseReactions],
    topics: caseTopics,
  })
}

/** A case with what a test does with it; names stand for ids in its plan. */
export class CaseLab {
  readonly scene: Scene
  readonly containerId: string

  private constructor(scene: Scene, containerId: string) {
    this.scene = scene
    this.containerId = containerId
  }

  static async open(scene: Scene): Promise<CaseLab> {
    const containerId = await scene.addContainer('case')
    await scene.sql(`update container set subject = 'Tenant', wished_end_state = 'Settled' where id = $1`, [
      containerId,
    ])
    return new CaseLab(scene, containerId)
  }

  async add(item: Partial<NewItem> & { readonly name: string }, who: Who = 'contributor') {
    const planItemId = idOf(item.name)
    const input = { containerId: this.containerId, planItemId, kind: 'humanTask' as const, ...item }
    return await this.scene.run(who, 'case.addPlanItem', input)
  }

  async act(name: string, act: Act, who: Who = 'contributor') {
    const input = { containerId: this.containerId, planItemId: idOf(name), act }
    return await this.scene.run(who, 'case.actOnPlanItem', input)
  }

  async plan(who: Who = 'viewer'): Promise<CasePlanView> {
    return await this.scene.ask(who, 'case.getPlan', { containerId: this.containerId })
  }

  async entry(name: string): Promise<CasePlanItemView> {
    const { items } = await this.plan()
    const found = items.findLast((item) => item.planItemId === idOf(name))
    if (!found) throw new Error(`the plan has no ${name}`)
    return found
  }

  /** What stands where, by names. */
  async places(): Promise<Readonly<Record<string, readonly string[]>>> {
    const { items } = await this.plan()
    const groups = Map.groupBy(items, ({ place }) => place)
    return Object.fromEntries([...groups].map(([place, own]) => [place, own.map(({ name }) => name)]))
  }

  async finish(name: string, who: Who = 'contributor'): Promise<void> {
    await this.scene.run(who, 'work.moveItem', { id: await this.itemId(name), stateId: 'done' })
  }

  async reopen(name: string): Promise<void> {
    await this.scene.run('contributor', 'work.moveItem', { id: await this.itemId(name), stateId: 'ready' })
  }

  async itemId(name: string): Promise<string> {
    const { itemId } = await this.entry(name)
    if (itemId === null) throw new Error(`nothing carries out ${name}`)
    return itemId
  }

  async addLooseItem(title: string): Promise<string> {
    const input = { id: newId(), containerId: this.containerId, title }
    return (await this.scene.run('contributor', 'work.createItem', input)).id
  }
}

/** How something is known in the plan by its name. */
export function idOf(name: string): string {
  return `p_${name.replaceAll(' ', '_')}`
}

/** A criterion: these are done, or reached, or something else has come of them. */
export function when(...names: readonly (string | readonly [name: string, transition: 'occur' | 'start'])[]) {
  return {
    ...{ id: `c_${names.flat().join('_').replaceAll(' ', '_')}`, name: '', ifPart: null },
    onParts: names.map((one) => {
      const [name, transition] = typeof one === 'string' ? ([one, 'complete'] as const) : one
      return { on: 'plan' as const, sourceId: idOf(name), transition, exitCriterionId: null }
    }),
  }
}
