import type { Lab } from '../state/lab/lab.ts'
import { Menu } from '../ui/Menu.tsx'

/** Everything that can be taken away; what it takes is loaded when someone asks for it. */
export function ExportMenu({ lab }: { readonly lab: Lab }) {
  const items = async () =>
    (await lab.exports()).map(({ save, ...words }) => ({
      ...words,
      onSelect: () => void tried(save),
    }))
  const tried = async (save: () => void | Promise<void>) => {
    try {
      await save()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      lab.complain(`Nothing could be saved: ${reason}`)
    }
  }
  return <Menu label="Export" items={items} />
}
