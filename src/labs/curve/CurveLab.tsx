import { Frame } from '../../panels/Frame.tsx'
import type { DescentLab } from '../../state/descents/descents.ts'
import { CurvePlot } from './CurvePlot.tsx'

/** The curve lab: descents of functions of one variable. */
export const CurveLab = ({ lab }: { readonly lab: DescentLab }) => (
  <Frame lab={lab} plot={<CurvePlot />} />
)
