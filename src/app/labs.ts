// The labs: one entry each.
import { curve } from '../labs/curve/curve.ts'
import { surface } from '../labs/surface/surface.ts'
import { arrival } from '../ui/parts/arrival.ts'
import { part } from '../ui/parts/Part.tsx'
import { type Entry, entry } from './entry.ts'
import styles from './Lab.module.css'

export const labs: readonly [Entry, ...Entry[]] = [
  entry({
    kind: curve,
    title: 'Curve',
    examples: arrival(async () => (await import('../labs/curve/examples.ts')).examples).soon,
    View: part(async () => (await import('../labs/curve/CurveLab.tsx')).CurveLab, styles.place),
  }),
  entry({
    kind: surface,
    title: 'Surface',
    examples: arrival(async () => (await import('../labs/surface/examples.ts')).examples).soon,
    View: part(
      async () => (await import('../labs/surface/SurfaceLab.tsx')).SurfaceLab,
      styles.place,
    ),
  }),
]
