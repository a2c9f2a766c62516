import type { Lab } from '../state/lab/lab.ts'
import { Menu } from '../ui/Menu.tsx'

/** Everything that can be taken away; what it takes is loaded when someone asks for it. */
export function ExportMenu({ lab }: { readonly lab: Lab }) {
  const items = async () => {
    try {
      return (await import('./exports.ts')).exportsOf(lab)
    } catch (error) {
      lab.store.setState({ problems: ['Nothing can be saved: that part of the page did not load'] })
      throw error
    }
  }
  return <Menu label="Export" items={items} />
}
