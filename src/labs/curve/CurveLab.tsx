import { DescentFrame } from '../../panels/DescentFrame.tsx'
import type { DescentLab } from '../../state/descents/descents.ts'
import { CurvePlot } from './CurvePlot.tsx'

export { CurvePlot }

/** The curve lab: descents of functions of one variable. */
export const CurveLab = ({ lab }: { readonly lab: DescentLab }) => (
  <DescentFrame lab={lab} plot={<CurvePlot />} />
)
