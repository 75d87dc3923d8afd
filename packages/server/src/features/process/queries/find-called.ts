import type { Tx } from '../../../platform/db/transaction.ts'

/** The running instances that some tokens wait for the end of. */
export async function findCalled(
  tx: Tx,
  organisationId: string,
  callers: readonly { readonly instanceId: string; readonly tokenId: number }[],
): Promise<readonly string[]> {
  const rows = await tx.query<{ id: string }>({
    name: 'process_find_called',
    text: `
select i.id
from json_to_recordset($2::json) as r (instance_id uuid, token_id integer)
join process_instance i on i.organisation_id = $1 and i.parent_id = r.instance_id and i.parent_token_id = r.token_id
where i.state = 'running'
order by i.id`,
    values: [
      organisationId,
      JSON.stringify(
        callers.map(({ instanceId, tokenId }) => ({ instance_id: instanceId, token_id: tokenId })),
      ),
    ],
  })
  return rows.map(({ id }) => id)
}
