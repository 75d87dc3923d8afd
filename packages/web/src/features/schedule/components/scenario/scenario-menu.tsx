import { Button, Menu } from '../../../../ui/index.ts'
import type { Scenarios } from '../../hooks/use-scenarios.ts'
import { textsScenario } from '../../texts-scenario.ts'
import styles from './scenario.module.css'

type Props = { readonly scenarios: Scenarios }

/** Begins a scenario, or opens one that was left. */
export function ScenarioMenu({ scenarios: { all, open, begin, show } }: Props) {
  const handleNew = () => begin(textsScenario.firstName(all.length + 1))
  if (all.length === 0) {
    return (
      <Button size="xs" variant="default" title={textsScenario.openHint} onClick={handleNew}>
        {textsScenario.open}
      </Button>
    )
  }
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <Button size="xs" variant={open ? 'light' : 'default'} title={textsScenario.openHint}>
          {textsScenario.open}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{textsScenario.which}</Menu.Label>
        <Menu.RadioGroup value={open?.id ?? ''} onChange={(id) => show(id === '' ? null : id)}>
          <Menu.RadioItem value="">{textsScenario.live}</Menu.RadioItem>
          {all.map(({ id, name, steps }) => (
            <Menu.RadioItem key={id} value={id}>
              {name} <span className={styles.count}>{textsScenario.changes(steps.length)}</span>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item onClick={handleNew}>{textsScenario.new}</Menu.Item>
        <Menu.Label>{textsScenario.kept}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
