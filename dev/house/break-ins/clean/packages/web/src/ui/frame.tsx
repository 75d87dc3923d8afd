import { Paper } from '@mantine/core'

type Props = { readonly title: string }

export function Frame({ title }: Props) {
  return <Paper>{title}</Paper>
}
