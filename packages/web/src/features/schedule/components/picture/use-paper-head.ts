import { useMemo } from 'react'
import { languageFacts } from '../../../../platform/language/index.ts'
import { useEntity } from '../../../../platform/store/index.ts'
import { useToday } from '../../../../ui/index.ts'
import type { PageHead } from '../../model/picture/page-head.ts'
import { textsPicture } from '../../texts-picture.ts'

/** Paper is read in other years, too. */
const DAY = new Intl.DateTimeFormat(languageFacts.locale, { dateStyle: 'medium', timeZone: 'UTC' })

/**
 * What every page about a project says at its top.
 *
 * @param part what of the plan it shows, where that is not the plan itself
 */
export function usePaperHead(containerId: string, part?: string): PageHead & { readonly fileName: string } {
  const name = useEntity('container', containerId)?.name ?? ''
  const today = useToday()
  return useMemo(() => {
    const title = [name, part].filter(Boolean).join(' · ')
    const fileName = title.replaceAll(' · ', ' ')
    return {
      title,
      fileName,
      subtitle: textsPicture.asOf(DAY.format(new Date(`${today}T00:00:00Z`))),
      pageWords: textsPicture.page,
    }
  }, [name, part, today])
}
