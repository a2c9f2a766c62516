// The labs: one line each.
import { lazy } from 'react'
import { curve } from '../labs/curve/curve.ts'
import { surface } from '../labs/surface/surface.ts'

export const labs = [
  {
    ...curve,
    title: 'Curve',
    examples: async () => (await import('../labs/curve/examples.ts')).examples,
    View: lazy(async () => ({ default: (await import('../labs/curve/CurveLab.tsx')).CurveLab })),
  },
  {
    ...surface,
    title: 'Surface',
    examples: async () => (await import('../labs/surface/examples.ts')).examples,
    View: lazy(async () => ({
      default: (await import('../labs/surface/SurfaceLab.tsx')).SurfaceLab,
    })),
  },
] as const

export type LabId = (typeof labs)[number]['id']
