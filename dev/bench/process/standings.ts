import type { Standing } from './bare-steps.ts'
import type { Stage } from './stage.ts'

/** Where the running instances of a process stand, each at one place. */
export async function standingsOf(stage: Stage, containerId: string): Promise<readonly Standing[]> {
  return await stage.rows<Standing>(
    `select i.id as "instanceId", t.id as "tokenId", i.entries, a.item_id as "itemId", a.id as "activityId",
       w.id as "waitId", j.id as "jobId"
     from process_instance i
     join process_token t on t.organisation_id = i.organisation_id and t.instance_id = i.id
     left join process_activity a on a.organisation_id = i.organisation_id and a.instance_id = i.id and a.closed_at is null
     left join process_wait w on w.organisation_id = i.organisation_id and w.instance_id = i.id
     left join process_job j on j.organisation_id = i.organisation_id and j.instance_id = i.id
     where i.process_id = $1 and i.state = 'running'
     order by i.id`,
    [containerId],
  )
}
