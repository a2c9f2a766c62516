// The labs: one entry each.
import { curve } from '../labs/curve/curve.ts'
import { surface } from '../labs/surface/surface.ts'
import { type Entry, openerOf } from '../scenes/entry.ts'
import { arrival, present } from '../ui/parts/arrival.ts'
import { part } from '../ui/parts/Part.tsx'
import styles from './Lab.module.css'

export const labs: readonly [Entry, ...Entry[]] = [
  {
    id: curve.id,
    title: 'Curve',
    about: 'one variable',
    examples: arrival(async () => (await import('../labs/curve/examples.ts')).examples).soon,
    opener: present(
      openerOf(
        curve,
        part(async () => (await import('../labs/curve/CurveLab.tsx')).CurveLab, styles.place),
      ),
    ),
  },
  {
    id: surface.id,
    title: 'Surface',
    about: 'two variables',
    examples: arrival(async () => (await import('../labs/surface/examples.ts')).examples).soon,
    opener: present(
      openerOf(
        surface,
        part(async () => (await import('../labs/surface/SurfaceLab.tsx')).SurfaceLab, styles.place),
      ),
    ),
  },
  {
    id: 'graph',
    title: 'Graph',
    about: 'backpropagation',
    examples: arrival(async () => (await import('../labs/graph/examples.ts')).examples).soon,
    opener: arrival(async () => {
      const { graph, GraphLab } = await import('../labs/graph/GraphLab.tsx')
      return openerOf(graph, GraphLab)
    }),
  },
  {
    id: 'network',
    title: 'Network',
    about: 'in training',
    examples: arrival(async () => (await import('../labs/network/examples.ts')).examples).soon,
    opener: arrival(async () => {
      const { network, NetworkLab } = await import('../labs/network/NetworkLab.tsx')
      return openerOf(network, NetworkLab)
    }),
  },
  {
    id: 'maps',
    title: 'Maps',
    about: 'of every learning rate',
    examples: arrival(async () => (await import('../labs/maps/examples.ts')).examples).soon,
    opener: arrival(async () => {
      const { maps, mapsLab } = await import('../labs/maps/MapsLab.tsx')
      return openerOf(maps, mapsLab(plots))
    }),
  },
]

/** What shows a descent of one variable, and one of two. */
const plots = [
  part(async () => (await import('../labs/curve/CurveLab.tsx')).CurvePlot, styles.place),
  part(async () => (await import('../labs/surface/SurfaceLab.tsx')).SurfacePlot, styles.place),
]
