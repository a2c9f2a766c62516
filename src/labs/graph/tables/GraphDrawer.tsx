// labs/graph/tables/: the numbers of a graph as tables: its nodes, and its variables.
import type { ComponentType } from 'react'
import { useStore } from 'zustand'
import drawer from '../../../panels/drawer/Drawer.module.css'
import { preferences, setOpen } from '../../../state/preferences.ts'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { Nodes } from './Nodes.tsx'
import { Second } from './Second.tsx'
import { Variables } from './Variables.tsx'

/** On a phone one asks for them. */
const roomy = matchMedia('(min-width: 768px), print')

interface Table {
  readonly id: string
  readonly title: string
  readonly Body: ComponentType
  readonly className: string | undefined
  /** Where there is room for it. */
  readonly isUsual: boolean
}

const tables: readonly Table[] = [
  { id: 'nodes', title: 'Nodes', Body: Nodes, className: drawer.trace, isUsual: true },
  { id: 'variables', title: 'Variables', Body: Variables, className: drawer.loss, isUsual: true },
  { id: 'hessian', title: 'Hessian', Body: Second, className: drawer.loss, isUsual: false },
]

/** The tables: open where there is room, unless someone decided otherwise. */
export function GraphDrawer() {
  const open = useStore(preferences, (state) => state.open)
  return (
    <div className={drawer.drawer} data-scrolls>
      {tables.map(({ id, title, Body, className, isUsual }) => (
        <Disclosure
          key={id}
          title={title}
          open={open[id] ?? (isUsual && roomy.matches)}
          onToggle={(value) => setOpen(id, value)}
          className={className}
        >
          <Body />
        </Disclosure>
      ))}
    </div>
  )
}
