import { lazy, Suspense } from 'react'
import { Frame } from '../../panels/Frame.tsx'
import type { DescentLab } from '../../state/descents/descents.ts'
import { SurfacePlot } from './SurfacePlot.tsx'

const SlowMotionButton = lazy(async () => ({
  default: (await import('./SlowMotionButton.tsx')).SlowMotionButton,
}))
const ModelNote = lazy(async () => ({ default: (await import('./ModelNote.tsx')).ModelNote }))
const Curvature = lazy(async () => ({ default: (await import('./Curvature.tsx')).Curvature }))

/** The surface lab: descents of functions of two variables. */
export function SurfaceLab({ lab }: { readonly lab: DescentLab }) {
  return (
    <Frame
      lab={lab}
      plot={<SurfacePlot />}
      transport={
        <Suspense>
          <SlowMotionButton />
        </Suspense>
      }
      notes={
        <Suspense>
          <ModelNote />
        </Suspense>
      }
      charts={
        <Suspense>
          <Curvature />
        </Suspense>
      }
    />
  )
}
