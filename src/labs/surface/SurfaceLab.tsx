import { DescentFrame } from '../../panels/DescentFrame.tsx'
import type { DescentLab } from '../../state/descents/descents.ts'
import { part } from '../../ui/parts/Part.tsx'
import { SurfacePlot } from './SurfacePlot.tsx'

const ModelNote = part(async () => (await import('./afterPicture.ts')).ModelNote)
const Curvature = part(async () => (await import('./afterPicture.ts')).Curvature)

export { SurfacePlot }

/** The surface lab: descents of functions of two variables. */
export function SurfaceLab({ lab }: { readonly lab: DescentLab }) {
  return (
    <DescentFrame lab={lab} plot={<SurfacePlot />} notes={<ModelNote />} charts={<Curvature />} />
  )
}
