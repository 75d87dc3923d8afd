import { useState } from 'react'
import { useCommands, useDirectory } from '../../../platform/store/index.ts'
import { Button, Group, Modal, notifications, Section, Stack } from '../../../ui/index.ts'
import { settingsTexts } from '../texts-settings.ts'

/** Takes away what the demo made and keeps what people made. Only there while there is a demo. */
export function RemoveDemo() {
  const { people, containers } = useDirectory()
  const { run } = useCommands()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const words = settingsTexts.demo
  const isDemo = ({ origin }: { readonly origin: string }) => origin === 'demo'
  if (!people.values().some(isDemo) && !containers.values().some(isDemo)) return null
  const handleRemove = async () => {
    setBusy(true)
    const outcome = await run('exchange.removeDemo', {})
    setBusy(false)
    setAsking(false)
    if (outcome.ok) notifications.show({ message: words.removed })
  }
  return (
    <Section title={words.title} sentence={words.sentence}>
      <Button variant="default" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={words.remove} size={420}>
        <Stack gap="md">
          <p>{words.question}</p>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.keep}
            </Button>
            <Button color="red" loading={isBusy} onClick={() => void handleRemove()}>
              {words.remove}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Section>
  )
}
