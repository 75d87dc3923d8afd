import { createRegistry } from '../../../platform/commands/index.ts'
import { newId } from '../../../platform/ids.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { Scene } from '../../../platform/testing/scene.ts'
import { notifyQueries, notifyReactions } from '../../notify/index.ts'
import { scheduleCommands } from '../../schedule/index.ts'
import { workCommands, workQueries, workReactions } from '../../work/index.ts'
import { createProcessTimeJobs, processCommands, processQueries, processReactions } from '../index.ts'

const commands = [...workCommands, ...processCommands, ...scheduleCommands]
const queries = [...workQueries, ...processQueries, ...notifyQueries]
const reactions = [...workReactions, ...processReactions, ...notifyReactions]

/** Processes whose commands happen when a test says so; workers look at the real clock, which is later. */
export class TimedScene {
  readonly scene: Scene

  private constructor(scene: Scene) {
    this.scene = scene
  }

  static async open(): Promise<TimedScene> {
    return new TimedScene(await Scene.open({ commands, queries, reactions }))
  }

  /** Publishes a model of a process of its own. */
  async publish(inside: string): Promise<string> {
    const containerId = await this.scene.addContainer('process')
    await this.scene.run('manager', 'process.publishModel', { containerId, xml: bpmn(inside) })
    return containerId
  }

  async start(containerId: string, title = 'Lift repair'): Promise<string> {
    const id = newId()
    await this.scene.run('contributor', 'process.startInstance', { id, containerId, title })
    return id
  }

  async instance(containerId: string, id: string) {
    const { instances } = await this.scene.ask('viewer', 'process.listInstances', { containerId })
    return instances.find((one) => one.id === id)
  }

  /** Carries out the jobs of a kind that wait now, whether their time has come or not; tells how many there were. */
  async work(kind: string): Promise<number> {
    const rows = await this.scene.sql('delete from job where kind = $1 returning *', [kind])
    const deps = {
      db: this.scene.database.db,
      registry: createRegistry(commands, queries, reactions),
      onCommitted: () => {},
    }
    const handler = createProcessTimeJobs(deps).get(kind)
    for (const row of rows) await handler?.(row as Job, new AbortController().signal)
    return rows.length
  }

  /** When jobs of a kind are to be done. */
  async jobsOf(kind: string): Promise<readonly number[]> {
    const rows = await this.scene.sql('select run_at from job where kind = $1 order by run_at', [kind])
    return rows.map((row) => Number(row['run_at']))
  }
}

/** A model of which only what matters is written. */
export function bpmn(inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:millrace="urn:millrace:bpmn" targetNamespace="urn:test">
<bpmn:process id="p" isExecutable="true">${inside}</bpmn:process>
</bpmn:definitions>`
}

/** Flows between elements, each after the one before it. */
export function line(...ids: readonly string[]): string {
  return ids
    .slice(1)
    .map(
      (id, place) =>
        `<bpmn:sequenceFlow id="${ids[place]}-${id}" sourceRef="${ids[place]}" targetRef="${id}"/>`,
    )
    .join('')
}

/** A definition of a timer. */
export function timer(kind: 'Date' | 'Duration' | 'Cycle', value: string, more = ''): string {
  return `<bpmn:timerEventDefinition ${more}><bpmn:time${kind}>${value}</bpmn:time${kind}></bpmn:timerEventDefinition>`
}
