// The labs: one entry each.
import { lazy } from 'react'
import { curve } from '../labs/curve/curve.ts'
import { surface } from '../labs/surface/surface.ts'
import { type Entry, entry } from './entry.ts'

export const labs: readonly [Entry, ...Entry[]] = [
  entry({
    kind: curve,
    title: 'Curve',
    examples: async () => (await import('../labs/curve/examples.ts')).examples,
    View: lazy(async () => ({ default: (await import('../labs/curve/CurveLab.tsx')).CurveLab })),
  }),
  entry({
    kind: surface,
    title: 'Surface',
    examples: async () => (await import('../labs/surface/examples.ts')).examples,
    View: lazy(async () => ({
      default: (await import('../labs/surface/SurfaceLab.tsx')).SurfaceLab,
    })),
  }),
]
