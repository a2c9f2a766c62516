// labs/graph/tables/: the numbers of a graph as tables: its nodes, and its variables.
import { useStore } from 'zustand'
import drawer from '../../../panels/drawer/Drawer.module.css'
import { preferences, setOpen } from '../../../state/preferences.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Nodes } from './Nodes.tsx'
import { Variables } from './Variables.tsx'

/** On a phone one asks for them. */
const roomy = matchMedia('(min-width: 768px)')

/** The tables: open where there is room, unless someone decided otherwise. */
export function GraphDrawer() {
  const open = useStore(preferences, (state) => state.open)
  const table = (title: string, id: string, body: React.ReactNode) => (
    <Disclosure
      title={title}
      open={open[id] ?? roomy.matches}
      onToggle={(value) => setOpen(id, value)}
      className={id === 'nodes' ? drawer.trace : drawer.loss}
    >
      {body}
    </Disclosure>
  )
  return (
    <div className={drawer.drawer} data-scrolls>
      {table('Nodes', 'nodes', <Nodes />)}
      {table('Variables', 'variables', <Variables />)}
    </div>
  )
}
